/** Events come from their module, and listeners are registered. */
@NullMarked
package io.watertight.guard.rules.events;

import org.jspecify.annotations.NullMarked;
