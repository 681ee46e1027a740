/** The upkeep of the event registry: retries with a limit, visible to operators. */
@NullMarked
package com.example.platform.events;

import org.jspecify.annotations.NullMarked;
