/** A small application behind a filter chain, on which the parts of the chain are proven over HTTP. */
@NullMarked
package io.watertight.secured;

import org.jspecify.annotations.NullMarked;
