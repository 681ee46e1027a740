package io.watertight.tool;

import java.util.ArrayList;
import java.util.List;

/** The sample, taken out of a project that has modules of its own. */
final class SampleRemove implements Command {

    @Override
    public String name() {
        return "sample remove";
    }

    @Override
    public String summary() {
        return "removes the sample's modules";
    }

    @Override
    public String help() {
        return """
                wt sample remove

                Deletes the modules that modules/pom.xml marks as the sample, their entries in the POMs, and the application's tests
                that name them.

                Example:
                  wt sample remove --dry-run
                """;
    }

    @Override
    public Result run(Arguments arguments, Plan plan) {
        arguments.atMost(0);
        Project project = Project.of(plan);
        List<String> lines = new ArrayList<>(Sample.removeAll(project));
        if (project.modules().isEmpty()) {
            Minimal.addModule(project);
            lines.add("A small module 'notes' replaces it, as an example to copy.");
        }
        return Result.of(lines, "./mvnw verify -Dcontract=write");
    }
}
