/** Pages in general: their frame, their texts, and what a problem looks like to somebody with a browser. */
@NullMarked
package io.watertight.web.pages;

import org.jspecify.annotations.NullMarked;
