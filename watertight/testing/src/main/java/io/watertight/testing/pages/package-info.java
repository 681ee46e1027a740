/** A shop's pages without a browser: to read what they say, and to send their forms. */
@NullMarked
package io.watertight.testing.pages;

import org.jspecify.annotations.NullMarked;
