/** What the rules look at: the code sources, modules, classes and migrations of one application, as they were found. */
@NullMarked
package io.watertight.guard.codebase;

import org.jspecify.annotations.NullMarked;
