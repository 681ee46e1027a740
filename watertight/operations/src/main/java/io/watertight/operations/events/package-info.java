/** Maintains the event registry: limited retries, visible to operators. */
@NullMarked
package io.watertight.operations.events;

import org.jspecify.annotations.NullMarked;
