package io.watertight.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A checkout that is called otherwise from now on. */
final class Rename implements Command {

    @Override
    public String name() {
        return "rename";
    }

    @Override
    public String summary() {
        return "gives this checkout your names: group, packages, database, logins, variables";
    }

    @Override
    public String help() {
        return """
                wt rename --group io.acme --name harbor

                Renames the group and base package (io.acme.harbor), the artifacts, the application class, the database and its
                logins, environment variables (HARBOR_...), the cookie, the image, compose services and the README's title. The
                toolkit in watertight/ stays as it is, prose is not rewritten, and migrations are never edited. Prints the SQL for
                a database that has data.

                Example:
                  wt rename --group io.acme --name harbor --dry-run
                """;
    }

    @Override
    public Set<String> valued() {
        return Set.of("group", "name");
    }

    @Override
    public Result run(Arguments arguments, Plan plan) {
        arguments.atMost(0);
        Identity old = Identity.of(Project.of(plan));
        Identity now = Identity.wanted(arguments.required("group"), arguments.required("name"));
        if (old.equals(now)) {
            return Result.of(List.of("The project already has this group and this name."), "");
        }
        Renaming renaming = new Renaming(plan, old, now);
        renaming.apply();
        Checksums.recordIfNew(plan);
        List<String> lines = new ArrayList<>();
        lines.add(
                "A new database needs nothing more. For one that has data, stop the application and run in psql, as a superuser:");
        renaming.sqlForData().forEach(it -> lines.add("  " + it));
        return Result.of(lines, FieldChange.FORMAT_AND_VERIFY);
    }
}
