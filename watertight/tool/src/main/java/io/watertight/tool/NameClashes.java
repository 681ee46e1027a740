package io.watertight.tool;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that are fine by themselves, and taken in this project. */
final class NameClashes {

    private NameClashes() {}

    static void check(Project project, String module, Words thing, Words things, List<Field> fields) {
        if (thing.equals(things)) {
            throw new ToolException("Singular and plural must differ; set the plural with --plural.");
        }
        if (ReservedWords.PAGE_OBJECTS.contains(thing.camel())) {
            throw new ToolException("'%s' cannot be used: every page already has a '%s'; choose another name."
                    .formatted(thing.pascal(), thing.camel()));
        }
        refuseOneColumnForTwo(fields);
        Set<String> types = new HashSet<>(Set.of(thing.pascal()));
        for (Field field : fields) {
            if (field.type() == FieldType.LIST && !types.add(field.target())) {
                throw new ToolException("There are two types called " + field.target() + ".");
            }
            refuseOneColumnForTwo(field.children());
            for (Field child : field.children()) {
                if (List.of("position", thing.snake()).contains(child.column())) {
                    throw new ToolException(
                            "'%s' cannot be a field of %s, whose table has a column of this name anyway."
                                    .formatted(child.camel(), field.target()));
                }
            }
            boolean variable = field.unique() || field.type() == FieldType.LIST;
            if (variable && List.of(thing.camel(), things.camel()).contains(field.camel())) {
                throw new ToolException("'%s' cannot be a field of %s %s, which itself has that name."
                        .formatted(field.camel(), thing.article(), thing.pascal()));
            }
        }
        String bean = thing.pascal() + "Controller.java";
        String address = "/api/" + things.kebab();
        for (String path : project.plan().files("modules")) {
            if (path.endsWith("/" + bean)) {
                throw new ToolException(
                        "Module '%s' already has %s %s, and Spring does not allow two controllers with the same name; choose another one."
                                .formatted(path.split("/")[1], thing.article(), thing.pascal()));
            }
            if (path.endsWith("Controller.java")
                    && Addresses.of(project.plan().read(path)).contains(address)) {
                throw new ToolException(
                        "Module '%s' already answers at /api/%s; choose another name, or another plural with --plural."
                                .formatted(path.split("/")[1], things.kebab()));
            }
        }
        if (project.plan().files("modules/" + module).stream().findAny().isPresent()) {
            throw new ToolException("There is a folder modules/" + module + " already.");
        }
    }

    /** An amount of money has two. */
    private static void refuseOneColumnForTwo(List<Field> fields) {
        Set<String> columns = new HashSet<>();
        for (Field field : fields) {
            for (TableColumns.Column column : SqlType.columns(field)) {
                if (field.type() != FieldType.LIST && !columns.add(column.name())) {
                    throw new ToolException("Two fields would have the column '%s'; rename one of these fields."
                            .formatted(column.name()));
                }
            }
        }
    }
}
