/** Checks whether the migrated tables match the aggregates and queries of an application. */
@NullMarked
package io.watertight.testing.schema;

import org.jspecify.annotations.NullMarked;
