/** What is the same in every module, so that a module is the fewest files that say something. */
@NullMarked
package io.watertight.pattern;

import org.jspecify.annotations.NullMarked;
