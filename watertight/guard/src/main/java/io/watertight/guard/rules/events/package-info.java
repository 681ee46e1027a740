/** Events, their registry, and services of others. */
@NullMarked
package io.watertight.guard.rules.events;

import org.jspecify.annotations.NullMarked;
