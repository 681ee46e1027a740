/** General support for pages: their frame, their texts, and problems as pages. */
@NullMarked
package io.watertight.web.pages;

import org.jspecify.annotations.NullMarked;
