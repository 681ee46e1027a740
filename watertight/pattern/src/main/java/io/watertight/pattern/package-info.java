/** What all modules have in common, so that a module needs few files. */
@NullMarked
package io.watertight.pattern;

import org.jspecify.annotations.NullMarked;
