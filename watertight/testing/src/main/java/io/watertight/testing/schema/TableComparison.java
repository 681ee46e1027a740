package io.watertight.testing.schema;

import io.watertight.testing.schema.ExpectedTables.ExpectedColumn;
import io.watertight.testing.schema.ExpectedTables.ExpectedTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.Nullness;

/**
 * What one table lacks for its aggregate, as the lines of a migration. Statements that drop something are comments, which a
 * person must activate.
 */
final class TableComparison {

    private final ExpectedTable expected;
    private final ActualTables actual;
    private final String table;
    private final List<SchemaGap> gaps = new ArrayList<>();

    TableComparison(ExpectedTable expected, ActualTables actual) {
        this.expected = expected;
        this.actual = actual;
        this.table = actual.quoted(expected.name());
    }

    List<SchemaGap> gaps() {
        if (actual.columns(expected.name()).isEmpty()) {
            create();
            return gaps;
        }
        Map<String, ExpectedColumn> missing = new LinkedHashMap<>(expected.columns());
        missing.keySet().removeAll(actual.columns(expected.name()).keySet());
        Map<String, ActualTables.Column> unused = new LinkedHashMap<>(actual.columns(expected.name()));
        unused.keySet().removeAll(expected.columns().keySet());
        unused.values().removeIf(ActualTables.Column::generated);

        missing.values().forEach(it -> addOrRename(it, unused));
        expected.columns().values().forEach(this::alter);
        unused.values().forEach(this::leave);
        keys();
        return gaps;
    }

    private void create() {
        String columns = expected.columns().values().stream()
                .map(it ->
                        "    %s %s%s".formatted(actual.quoted(it.name()), type(it), isRequired(it) ? " not null" : ""))
                .collect(Collectors.joining(",\n"));
        broken("create table %s (\n%s%s\n);"
                .formatted(
                        table,
                        columns,
                        expected.primaryKey().isEmpty()
                                ? ""
                                : ",\n    primary key (%s)".formatted(actual.quoted(expected.primaryKey()))));
    }

    private void addOrRename(ExpectedColumn column, Map<String, ActualTables.Column> unused) {
        List<ActualTables.Column> former = unused.values().stream()
                .filter(it -> column.type() != null && column.type().holds(it.type()))
                .toList();
        if (former.size() == 1) {
            String name = former.getFirst().name();
            unused.remove(name);
            broken("""
                    -- No aggregate stores '%1$s' any more, and '%2$s' is new and has the same type, so this assumes a rename.
                    -- If it is not one, replace the next line with "add column".
                    alter table %3$s rename column %4$s to %5$s;""".formatted(name, column.name(), table, actual.quoted(name), actual.quoted(column.name())));
        } else {
            broken("alter table %s add column %s %s;%s"
                    .formatted(
                            table,
                            actual.quoted(column.name()),
                            type(column),
                            isRequired(column) ? "\n" + require(column) : ""));
        }
    }

    private void alter(ExpectedColumn column) {
        ActualTables.Column is = actual.columns(expected.name()).get(column.name());
        if (is == null) {
            return;
        }
        String name = actual.quoted(column.name());
        if (column.type() != null && !column.type().holds(is.type())) {
            broken("alter table %s alter column %s type %3$s using %2$s::%3$s;".formatted(table, name, type(column)));
        }
        if (isRequired(column) && !is.required()) {
            broken(require(column));
        } else if (column.nullness() == Nullness.NULLABLE && is.required()) {
            broken("alter table %s alter column %s drop not null;".formatted(table, name));
        }
    }

    private String require(ExpectedColumn column) {
        String name = actual.quoted(column.name());
        return """
                -- Existing rows need a value first: update %1$s set %2$s = ... where %2$s is null;
                alter table %1$s alter column %2$s set not null;""".formatted(table, name);
    }

    private void leave(ActualTables.Column column) {
        String name = actual.quoted(column.name());
        if (column.required() && !column.filled()) {
            broken("""
                    -- No aggregate fills '%s'.
                    alter table %s alter column %s drop not null;""".formatted(column.name(), table, name));
        }
        gaps.add(new SchemaGap(expected.name().schema(), """
                -- No aggregate stores '%s'. When no query and no older version needs it:
                -- alter table %s drop column %s;""".formatted(column.name(), table, name), false));
    }

    private void keys() {
        if (!expected.primaryKey().isEmpty() && !actual.isUnique(expected.name(), expected.primaryKey())) {
            broken(
                    actual.hasPrimaryKey(expected.name())
                            ? "create unique index on %s (%s);".formatted(table, actual.quoted(expected.primaryKey()))
                            : "alter table %s add primary key (%s);"
                                    .formatted(table, actual.quoted(expected.primaryKey())));
        } else if (!expected.parent().isEmpty()
                && !actual.isIndexed(expected.name(), expected.parent().getFirst())) {
            broken("create index on %s (%s);".formatted(table, actual.quoted(expected.parent())));
        }
    }

    private static boolean isRequired(ExpectedColumn column) {
        return column.nullness() == Nullness.NON_NULL;
    }

    private static String type(ExpectedColumn column) {
        return column.type() == null
                ? "text /* or what its converter stores */"
                : column.type().sql();
    }

    private void broken(String sql) {
        gaps.add(new SchemaGap(expected.name().schema(), sql, true));
    }
}
