package io.watertight.tool;

import java.util.HashSet;
import java.util.List;

/** One field under another name, with its data. */
final class RenameField implements Command {

    @Override
    public String name() {
        return "rename-field";
    }

    @Override
    public String summary() {
        return "renames a field and its column, and keeps the data";
    }

    @Override
    public String help() {
        return """
                wt rename-field MODULE Aggregate OLD NEW

                Renames the component, its column by a migration, and its uses in queries, pages, tests and their data. In other
                modules it renames the calls whose receiver is declared as one of the module's records. What may be the field, or
                something else, is listed for you to check. Clients see the new name, too. While instances of the older version run
                against the same database, follow docs/change-a-table.md instead.

                Example:
                  wt rename-field suppliers Supplier rating grade
                """;
    }

    @Override
    public Result run(Arguments arguments, Plan plan) {
        Project project = Project.of(plan);
        String module = arguments.word(0, "name of the module");
        AggregateSources sources = new AggregateSources(project, module, arguments.word(1, "aggregate"));
        StoredField old = StoredField.of(project, module, sources, arguments.word(2, "old name"));
        Words to = Words.of(arguments.word(3, "new name"));
        arguments.atMost(4);
        Field.requireSpelling(arguments.word(3, "new name"));
        Names.checkField(to.camel(), new HashSet<>(sources.aggregate().names()));
        FieldRenaming renaming = new FieldRenaming(project, sources, module, old.name(), to);
        renaming.apply();
        List<String> columns = old.columns();
        List<String> renamed = columns.stream()
                .map(it -> to.snake() + it.substring(old.name().snake().length()))
                .toList();
        String file = new FieldMigration(project, module, sources.thing()).rename(to, columns, renamed);
        return FieldChange.result(
                "'%s' is now '%s'; %s renames its column. Instances of the older version cannot run beside it (docs/change-a-table.md)."
                        .formatted(old.name().camel(), to.camel(), file),
                FieldChange.FORMAT_AND_VERIFY,
                FieldChange.note("Changed outside of the module, too: %s.", renaming.elsewhere()),
                FieldChange.doubtful(old.name().camel(), renaming.left()));
    }
}
