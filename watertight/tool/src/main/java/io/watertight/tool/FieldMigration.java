package io.watertight.tool;

import io.watertight.tool.TableColumns.Column;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Migrations of one field; what is in the table stays valid. */
final class FieldMigration {

    private final Project project;
    private final String module;
    private final Words thing;

    FieldMigration(Project project, String module, Words thing) {
        this.project = project;
        this.module = module;
        this.thing = thing;
    }

    String add(Field field, Optional<String> value) {
        List<String> lines = new ArrayList<>();
        for (Column column : SqlType.columns(field)) {
            String standard =
                    value.map(it -> " default " + literal(field, column, it)).orElse("");
            String rest = column.rest().isEmpty() ? "" : " " + column.rest();
            lines.add("alter table %s add column %s %s%s%s;"
                    .formatted(table(), column.name(), column.type(), standard, rest));
            if (value.isPresent()) {
                lines.add("alter table %s alter column %s drop default;".formatted(table(), column.name()));
            }
        }
        return write(thing.snake() + "_" + field.column(), lines);
    }

    String rename(Words name, List<String> from, List<String> to) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            lines.add("alter table %s rename column %s to %s;".formatted(table(), from.get(i), to.get(i)));
        }
        return write(thing.snake() + "_" + name.snake(), lines);
    }

    String drop(Words name, List<String> columns) {
        return write(
                thing.snake() + "_without_" + name.snake(),
                columns.stream()
                        .map(it -> "alter table %s drop column %s;".formatted(table(), it))
                        .toList());
    }

    String makeOptional(Words name, List<String> columns) {
        return write(
                thing.snake() + "_" + name.snake() + "_optional",
                columns.stream()
                        .map(it -> "alter table %s alter column %s drop not null;".formatted(table(), it))
                        .toList());
    }

    private String table() {
        return module + "." + thing.snake();
    }

    private String write(String name, List<String> lines) {
        String path = project.migrations(module) + "/V" + project.nextMigration(module) + "__" + name + ".sql";
        project.plan().write(path, String.join("\n", lines) + "\n");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The value as SQL spells it; refuses one that is none of the type. */
    private static String literal(Field field, Column column, String value) {
        String form = switch (field.type()) {
            case INT, LONG -> "-?\\d+";
            case DECIMAL -> "-?\\d{1,15}(\\.\\d{1,4})?";
            case MONEY -> "-?\\d{1,15}(\\.\\d{1,4})? [A-Z]{3}";
            case BOOLEAN -> "true|false";
            case DATE -> "\\d{4}-\\d\\d-\\d\\d";
            case INSTANT -> "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?Z";
            case UUID -> "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
            case ENUM -> String.join("|", field.values());
            default -> "(?s).{1,200}";
        };
        if (!value.matches(form) || !exists(field.type(), value)) {
            throw new ToolException("'%s' is not a valid value of %s: it has to be %s."
                    .formatted(value, field.camel(), described(field)));
        }
        return switch (field.type()) {
            case INT, LONG, DECIMAL, BOOLEAN -> value;
            case MONEY -> column.name().endsWith("_amount") ? value.split(" ")[0] : "'" + value.split(" ")[1] + "'";
            default -> "'" + value.replace("'", "''") + "'";
        };
    }

    private static String described(Field field) {
        return switch (field.type()) {
            case INT -> "a whole number of up to 2147483647";
            case LONG -> "a whole number";
            case DECIMAL -> "a number with at most four digits after the point, as in 2.5";
            case MONEY -> "an amount and a currency, as in '0.00 EUR'";
            case BOOLEAN -> "true or false";
            case DATE -> "a day, as in 2026-11-28";
            case INSTANT -> "a moment in UTC, as in 2026-11-28T10:00:00Z";
            case UUID -> "a UUID, as in 11111111-0000-4000-8000-000000000000";
            case ENUM -> "one of " + String.join(", ", field.values());
            default -> "1 to 200 characters";
        };
    }

    /** A number may look right and be too large, and a day be none of the calendar. */
    private static boolean exists(FieldType type, String value) {
        try {
            switch (type) {
                case INT -> Integer.parseInt(value);
                case LONG -> Long.parseLong(value);
                case DATE -> LocalDate.parse(value);
                case INSTANT -> OffsetDateTime.parse(value);
                default -> {}
            }
            return true;
        } catch (NumberFormatException | DateTimeParseException e) {
            return false;
        }
    }
}
