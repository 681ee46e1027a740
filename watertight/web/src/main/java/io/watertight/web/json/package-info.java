/** How JSON is read and written. */
@NullMarked
package io.watertight.web.json;

import org.jspecify.annotations.NullMarked;
