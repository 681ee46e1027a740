package io.watertight.testing.schema;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Nullness;

/**
 * A column that an aggregate or a query uses.
 *
 * @param type {@code null} if unknown
 */
record ExpectedColumn(String name, @Nullable ColumnType type, Nullness nullness) {}
