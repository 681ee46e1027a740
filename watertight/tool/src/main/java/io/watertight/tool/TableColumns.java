package io.watertight.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a new table, set below each other. */
record TableColumns(Words thing) {

    /**
     * One column.
     *
     * @param rest what follows the type
     */
    record Column(String name, String type, String rest) {}

    String of(ModuleSpec spec) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("id", "uuid", "not null primary key"));
        columns.add(new Column("version", "bigint", "not null"));
        spec.fields().stream()
                .filter(it -> it.type() != FieldType.LIST)
                .forEach(it -> columns.addAll(SqlType.columns(it)));
        return aligned(columns);
    }

    String ofChild(String schema, Field list) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(thing.snake(), "uuid", "not null references " + schema + "." + thing.snake()));
        columns.add(new Column("position", "int", "not null"));
        list.children().forEach(it -> columns.addAll(SqlType.columns(it)));
        return aligned(columns);
    }

    /** What a list of rows selects. */
    String selected(ModuleSpec spec) {
        return Stream.concat(Stream.of(spec.key()), spec.plain().stream())
                .flatMap(it -> SqlType.columns(it).stream())
                .map(Column::name)
                .collect(Collectors.joining(", ", "", ", version"));
    }

    private static String aligned(List<Column> columns) {
        int names = columns.stream().mapToInt(it -> it.name().length()).max().orElse(0);
        int types = columns.stream().mapToInt(it -> it.type().length()).max().orElse(0);
        return columns.stream()
                .map(it -> ("    %-" + names + "s %-" + types + "s %s")
                        .formatted(it.name(), it.type(), it.rest())
                        .stripTrailing())
                .collect(Collectors.joining(",\n"));
    }
}
