/** Runs the rules, for tests and for the command line. */
@NullMarked
package io.watertight.guard.run;

import org.jspecify.annotations.NullMarked;
