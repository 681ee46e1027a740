package io.watertight.tool;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field that a module has, and its columns.
 *
 * @param columns one, or several for a value of several parts
 * @param optional whether it may be absent
 */
record StoredField(Words name, List<String> columns, boolean optional) {

    /** Semicolons in comments and quotes do not end it. */
    private static final String REST_OF_STATEMENT = "\\b(?:--[^\n]*+|'[^']*+'|[^;'])*+;";

    static StoredField of(Project project, String module, AggregateSources sources, String name) {
        RecordSource aggregate = sources.aggregate();
        int index = aggregate.indexOf(name);
        if (index < 0) {
            throw new ToolException("%s has no field '%s'; it has %s."
                    .formatted(aggregate.name(), name, String.join(", ", aggregate.names())));
        }
        if (name.equals("id") || name.equals("version")) {
            throw new ToolException("'" + name + "' is needed by the pattern and cannot be changed.");
        }
        String component = aggregate.components().get(index);
        if (component.contains("@MappedCollection")) {
            throw new ToolException("'" + name
                    + "' is a list with a table of its own; docs/change-a-table.md shows how to change that.");
        }
        boolean key = project.plan()
                .read(project.internal(module) + "/" + aggregate.name() + "Repository.java")
                .contains("findBy" + Words.of(name).pascal() + "(");
        if (key) {
            throw new ToolException(
                    "'" + name
                            + "' is the key. URLs, services and other modules' data contain it, so the tool does not change it.");
        }
        List<String> columns = columnsIn(project, module, sources.thing(), Words.of(name));
        return new StoredField(
                Words.of(name),
                columns.isEmpty() ? List.of(Words.of(name).snake()) : columns,
                component.contains("@Nullable"));
    }

    /** As the module's migrations have left them. */
    static List<String> columnsIn(Project project, String module, Words thing, Words field) {
        return Stream.of("", "_amount", "_currency")
                .map(suffix -> field.snake() + suffix)
                .filter(column -> hasColumn(project, module, thing, column))
                .toList();
    }

    static boolean hasColumn(Project project, String module, Words thing, String column) {
        String all = project.migrationsInOrder(module).stream()
                .map(project.plan()::read)
                .collect(Collectors.joining("\n"));
        String sql = Pattern.compile("(?:create|alter) table " + module + "\\." + thing.snake() + REST_OF_STATEMENT)
                .matcher(all)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));
        int made = last("(?m)^ +" + column + " +\\w|add column " + column + " |to " + column + ";", sql);
        int gone = last("drop column (?:if exists )?" + column + "\\b|rename column " + column + " to ", sql);
        return made > gone;
    }

    /** {@return where the text has it for the last time, or -1} */
    private static int last(String pattern, String sql) {
        return Pattern.compile(pattern)
                .matcher(sql)
                .results()
                .mapToInt(MatchResult::start)
                .reduce(-1, (earlier, later) -> later);
    }
}
