package io.watertight.tool;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One field less, in two steps, so that no running instance misses its column. */
final class RemoveField implements Command {

    @Override
    public String name() {
        return "remove-field";
    }

    @Override
    public String summary() {
        return "removes a field, and its column in a second step";
    }

    @Override
    public String help() {
        return """
                wt remove-field MODULE Aggregate FIELD [--drop-column]

                First without --drop-column: nothing reads or writes the field any more, and its column need not have a value, so that
                the older version can run beside the new one. Once only the new one runs, with --drop-column: a migration drops the
                column and its data.

                Example:
                  wt remove-field suppliers Supplier rating
                """;
    }

    @Override
    public Set<String> flags() {
        return Set.of("drop-column");
    }

    @Override
    public Result run(Arguments arguments, Plan plan) {
        Project project = Project.of(plan);
        String module = arguments.word(0, "name of the module");
        AggregateSources sources = new AggregateSources(project, module, arguments.word(1, "aggregate"));
        String name = arguments.word(2, "field");
        arguments.atMost(3);
        FieldMigration migration = new FieldMigration(project, module, sources.thing());
        if (arguments.has("drop-column")) {
            return dropColumn(project, module, sources, name, migration);
        }
        StoredField field = StoredField.of(project, module, sources, name);
        if (sources.anchor().equals(name) && sources.aggregate().indexOf(name) <= 2) {
            throw new ToolException("'%s' is the only field of %s; remove the module instead."
                    .formatted(name, sources.thing().pascal()));
        }
        List<String> left = new FieldRemoval(project, sources, name, field.columns()).apply();
        if (!left.isEmpty()) {
            throw new ToolException(
                    "'%s' is still used in %s; take that out first.".formatted(name, String.join(", ", left)));
        }
        String column = field.optional()
                ? "its column stays, and was optional already"
                : "its column stays, and " + migration.makeOptional(field.name(), field.columns())
                        + " makes it optional";
        List<String> lines = new ArrayList<>(List.of(
                "Nothing reads '%s' any more; %s.".formatted(name, column),
                "Once no older version runs: ./wt remove-field %s %s %s --drop-column"
                        .formatted(module, sources.thing().pascal(), name)));
        Set<String> elsewhere = new LinkedHashSet<>(sources.makersElsewhere());
        elsewhere.addAll(sources.askersElsewhere(name));
        FieldChange.elsewhere(List.copyOf(elsewhere)).ifPresent(lines::add);
        FieldChange.doubtful(name, new TestData(plan, sources, field.name(), field.name()).left())
                .ifPresent(lines::add);
        return Result.of(lines, FieldChange.FORMAT_AND_VERIFY);
    }

    private static Result dropColumn(
            Project project, String module, AggregateSources sources, String name, FieldMigration migration) {
        if (sources.aggregate().indexOf(name) >= 0) {
            throw new ToolException("%s still has '%s'; first run this without --drop-column, and release that."
                    .formatted(sources.thing().pascal(), name));
        }
        List<String> columns = StoredField.columnsIn(project, module, sources.thing(), Words.of(name));
        if (columns.isEmpty()) {
            throw new ToolException("The migrations of module '%s' leave no column for '%s'.".formatted(module, name));
        }
        return Result.of(
                List.of("%s drops the column and its data.".formatted(migration.drop(Words.of(name), columns))),
                "./mvnw verify");
    }
}
