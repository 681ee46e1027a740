package io.watertight.testing.schema;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Nullness;

/**
 * A column that something is stored in, or read from.
 *
 * @param type null if nobody can tell
 */
record ExpectedColumn(String name, @Nullable ColumnType type, Nullness nullness) {}
