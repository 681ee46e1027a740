package io.watertight.tool;

import io.watertight.tool.TableColumns.Column;
import java.util.List;
import java.util.stream.Collectors;

/** How a field is stored. */
final class SqlType {

    private SqlType() {}

    static List<Column> columns(Field field) {
        String column = field.column();
        String notNull = field.optional() ? "" : "not null";
        return switch (field.type()) {
            case MONEY ->
                List.of(
                        new Column(column + "_amount", "numeric", notNull),
                        new Column(column + "_currency", "char(3)", notNull));
            case TEXT ->
                List.of(new Column(
                        column,
                        "text",
                        words(
                                field.unique() ? "collate \"C\"" : "",
                                notNull,
                                field.unique() ? "unique" : "",
                                "check (length(" + column + ") between 1 and " + (field.unique() ? 40 : 200) + ")")));
            case ENUM ->
                List.of(new Column(
                        column, "text", words(notNull, "check (" + column + " in (" + values(field) + "))")));
            default -> List.of(new Column(column, field.type().sql(), words(notNull, field.unique() ? "unique" : "")));
        };
    }

    private static String values(Field field) {
        return field.values().stream().map(it -> "'" + it + "'").collect(Collectors.joining(", "));
    }

    private static String words(String... words) {
        return List.of(words).stream().filter(it -> !it.isEmpty()).collect(Collectors.joining(" "));
    }
}
