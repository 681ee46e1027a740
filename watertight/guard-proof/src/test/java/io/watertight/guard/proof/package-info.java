/** The proof that the rules bite: real sources that break them, and real sources that only look as if they did. */
@NullMarked
package io.watertight.guard.proof;

import org.jspecify.annotations.NullMarked;
