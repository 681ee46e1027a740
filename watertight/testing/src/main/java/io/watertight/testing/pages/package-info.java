/** Reads pages and sends their forms without a browser. */
@NullMarked
package io.watertight.testing.pages;

import org.jspecify.annotations.NullMarked;
