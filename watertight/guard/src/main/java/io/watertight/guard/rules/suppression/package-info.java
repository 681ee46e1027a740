/** Nothing switches a guard off. */
@NullMarked
package io.watertight.guard.rules.suppression;

import org.jspecify.annotations.NullMarked;
