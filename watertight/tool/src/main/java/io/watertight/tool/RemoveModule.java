package io.watertight.tool;

import java.util.Set;

/** One module less. */
final class RemoveModule implements Command {

    @Override
    public String name() {
        return "remove-module";
    }

    @Override
    public String summary() {
        return "removes one module";
    }

    @Override
    public String help() {
        return """
                wt remove-module NAME

                Deletes the module, its entries in the POMs, and the application's tests that name it. A module that others
                or app use is not removed; the output says which use it, and how. If the module has a process in
                compose.split.yml, that file, deploy/ and all else that describes these processes is deleted as well.
                Prints the SQL that drops the module's tables.

                Example:
                  wt remove-module suppliers
                """;
    }

    @Override
    public Result run(Arguments arguments, Plan plan) {
        String module = arguments.word(0, "name of the module");
        arguments.atMost(1);
        return Result.of(Sample.remove(Project.of(plan), Set.of(module)), "./mvnw verify -Dcontract=write");
    }
}
