/** A service joins its caller's transaction. */
@NullMarked
package io.watertight.guard.rules.transactions;

import org.jspecify.annotations.NullMarked;
