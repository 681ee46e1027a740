package io.watertight.testing.schema;

import java.util.List;
import java.util.Map;

/**
 * A table of an aggregate.
 *
 * @param columns by name, in the order of the components
 * @param primaryKey its key columns; may be empty
 * @param parent the column that refers to the aggregate; empty in the root's table
 */
record ExpectedTable(
        TableName name, Map<String, ExpectedColumn> columns, List<String> primaryKey, List<String> parent) {}
