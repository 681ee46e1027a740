/** Transactions. */
@NullMarked
package io.watertight.guard.rules.transactions;

import org.jspecify.annotations.NullMarked;
