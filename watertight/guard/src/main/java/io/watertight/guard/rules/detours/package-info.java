/** Ways around a name. */
@NullMarked
package io.watertight.guard.rules.detours;

import org.jspecify.annotations.NullMarked;
