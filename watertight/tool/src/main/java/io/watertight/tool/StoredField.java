package io.watertight.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A field that a module has, and its columns.
 *
 * @param columns one, or several for a value of several parts
 */
record StoredField(Words name, List<String> columns) {

    static StoredField of(Project project, String module, AggregateSources sources, String name) {
        RecordSource aggregate = sources.aggregate();
        int index = aggregate.indexOf(name);
        if (index < 0) {
            throw new ToolException("%s has no field '%s'; it has %s."
                    .formatted(aggregate.name(), name, String.join(", ", aggregate.names())));
        }
        if (name.equals("id") || name.equals("version")) {
            throw new ToolException("'" + name + "' is what the pattern itself needs, and stays.");
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
            throw new ToolException("'" + name
                    + "' is the key: addresses, services and other modules' data carry it, so it stays as it is.");
        }
        List<String> columns = columnsIn(project, module, sources.thing(), Words.of(name));
        return new StoredField(
                Words.of(name), columns.isEmpty() ? List.of(Words.of(name).snake()) : columns);
    }

    /** As the module's migrations name them. */
    static List<String> columnsIn(Project project, String module, Words thing, Words field) {
        StringBuilder sql = new StringBuilder();
        project.plan()
                .files(project.migrations(module))
                .forEach(path -> sql.append(project.plan().read(path)).append('\n'));
        List<String> columns = new ArrayList<>();
        for (String suffix : List.of("", "_amount", "_currency")) {
            String column = field.snake() + suffix;
            boolean made = Pattern.compile("(?m)^ +" + column + " +\\w|add column " + column + " |to " + column + ";")
                    .matcher(sql)
                    .find();
            if (made) {
                columns.add(column);
            }
        }
        return columns;
    }
}
