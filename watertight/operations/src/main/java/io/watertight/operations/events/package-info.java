/** The upkeep of the event registry: retries with a limit, visible to operators. */
@NullMarked
package io.watertight.operations.events;

import org.jspecify.annotations.NullMarked;
