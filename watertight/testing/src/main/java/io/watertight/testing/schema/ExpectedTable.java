package io.watertight.testing.schema;

import java.util.List;
import java.util.Map;

/**
 * A table that aggregates are stored in.
 *
 * @param columns by name, in the order of the components
 * @param primaryKey what tells its rows apart; empty where nothing does
 * @param parent the column by which the rows of an aggregate are found; empty in the table of roots
 */
record ExpectedTable(
        TableName name, Map<String, ExpectedColumn> columns, List<String> primaryKey, List<String> parent) {}
