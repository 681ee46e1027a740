package io.watertight.tool;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One field more, in every place that carries it. */
final class AddField implements Command {

    @Override
    public String name() {
        return "add-field";
    }

    @Override
    public String summary() {
        return "adds a field to an aggregate, its table, its DTO, commands, pages and tests";
    }

    @Override
    public String help() {
        return """
                wt add-field MODULE Aggregate field:type [--default VALUE]

                Adds the field to the aggregate, its DTO and commands, to queries, forms, tables and tests, and writes the migration.
                %s
                A ? after the type makes the field optional. References and lists come with a new module, or are added by hand.
                  --default VALUE    the value for existing rows; a required field needs one

                Example:
                  wt add-field suppliers Supplier 'rating:int' --default 0
                """.formatted(FieldSyntax.PLAIN_HELP);
    }

    @Override
    public Set<String> valued() {
        return Set.of("default");
    }

    @Override
    public Result run(Arguments arguments, Plan plan) {
        Project project = Project.of(plan);
        String module = arguments.word(0, "name of the module");
        AggregateSources sources = new AggregateSources(project, module, arguments.word(1, "aggregate"));
        Field field = FieldSyntax.parse(arguments.word(2, "field"));
        arguments.atMost(3);
        Names.checkField(field.camel(), new HashSet<>(sources.aggregate().names()));
        refuseWhatIsMore(field, arguments);
        refuseColumnsThatAreThere(project, module, sources.thing(), field);
        String file = new FieldMigration(project, module, sources.thing()).add(field, arguments.option("default"));
        FieldInsertion insertion = new FieldInsertion(project, sources, field, module);
        List<String> tooLong = insertion.apply();
        return FieldChange.result(
                "%s now has '%s'; its column is added by %s."
                        .formatted(sources.thing().pascal(), field.camel(), file),
                "./mvnw verify -Dcontract=write",
                FieldChange.note(
                        "Lines became too long in %s; with Maven on JDK 25, ./mvnw spotless:apply wraps them.",
                        tooLong),
                FieldChange.note(
                        "Check %s by hand: the code there handles the fields in its own way, so the tool has not changed it.",
                        insertion.left()),
                FieldChange.elsewhere(sources.makersElsewhere()));
    }

    private static void refuseColumnsThatAreThere(Project project, String module, Words thing, Field field) {
        for (TableColumns.Column column : SqlType.columns(field)) {
            if (StoredField.hasColumn(project, module, thing, column.name())) {
                throw new ToolException(
                        "Table %s.%s already has a column '%s'; choose another name, or drop first what a removed field has left (remove-field --drop-column)."
                                .formatted(module, thing.snake(), column.name()));
            }
        }
    }

    private static void refuseWhatIsMore(Field field, Arguments arguments) {
        if (field.type() == FieldType.LIST || field.type() == FieldType.REFERENCE) {
            throw new ToolException(
                    "A list has a table of its own and a reference asks another module, so neither can be added as a field; docs/change-a-table.md shows both.");
        }
        if (field.unique()) {
            throw new ToolException(
                    "A key cannot be added to existing rows; add the field, fill it, and make it unique in a migration.");
        }
        if (!field.optional() && arguments.option("default").isEmpty()) {
            throw new ToolException(
                    "Existing rows need a value for '%s': add --default VALUE, or make it optional with a ? after its type."
                            .formatted(field.camel()));
        }
    }
}
