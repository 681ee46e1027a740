package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeUnit;
import io.watertight.guard.code.CodeUnit.Role;
import io.watertight.guard.code.Pom;
import io.watertight.guard.code.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Counts what is on disk, so that a module which nobody builds cannot be one which nobody examines. */
final class ModuleCensus {

    void examine(CodeBase code, Findings findings) {
        Project project = code.project();
        if (project == null
                || project.poms().isEmpty()
                || !Files.isDirectory(project.root().resolve("modules"))) {
            return;
        }
        Path modules = project.root().resolve("modules");
        for (CodeUnit unit : code.units()) {
            Path folder = unit.folder();
            if (folder != null && modules.equals(folder.getParent())) {
                findings.examined(unit.name());
                examine(code, project, unit, folder, findings);
            }
        }
        code.modules().stream()
                .filter(it -> it.unit().role() == Role.APPLICATION)
                .forEach(it -> findings.report(
                        "%s/src/main/java/%s"
                                .formatted(it.unit().name(), it.basePackage().replace('.', '/')),
                        "The application contains a module '%s'.".formatted(it.name()),
                        "Move the package to modules/%s, with a POM of its own.".formatted(it.name())));
    }

    private static void examine(CodeBase code, Project project, CodeUnit unit, Path folder, Findings findings) {
        String where = code.path(folder);
        Pom pom = unit.pom();
        if (pom == null || !project.poms().contains(pom)) {
            findings.report(
                    where,
                    "No POM lists %s, so it is not built.".formatted(where),
                    "Give it a pom.xml like those of the other modules, and add it to <modules> in the parent POM.");
            return;
        }
        examinePom(code, unit, pom, findings);
        boolean untested = Files.isDirectory(folder.resolve("src/test/java"))
                && unit.tests().isEmpty();
        if (unit.classes().isEmpty() || untested) {
            findings.report(
                    where,
                    "%s in %s has been compiled, so none of it was examined."
                            .formatted(unit.classes().isEmpty() ? "Nothing" : "No test", where),
                    "Build the whole project, or with -am, and without -Dmaven.test.skip.");
        }
        if (!unit.classes().isEmpty()) {
            examinePackage(code, unit, where, findings);
        }
    }

    private static void examinePom(CodeBase code, CodeUnit unit, Pom pom, Findings findings) {
        code.units().stream()
                .filter(it -> it.role() == Role.APPLICATION)
                .flatMap(it -> Stream.ofNullable(it.pom()))
                .filter(it -> it.dependencies().stream()
                        .noneMatch(dependency -> dependency.artifactId().equals(pom.artifactId())
                                && !dependency.scope().equals("test")))
                .forEach(it -> findings.report(
                        code.path(it.file()),
                        "The application does not depend on module '%s'.".formatted(unit.name()),
                        "Add to its <dependencies> the artifact %s:%s.".formatted(pom.groupId(), pom.artifactId())));
        if (!pom.artifactId().equals(unit.name())) {
            findings.report(
                    code.path(pom.file()),
                    "The Maven module in the folder '%s' is called '%s'.".formatted(unit.name(), pom.artifactId()),
                    "Call it <artifactId>%s</artifactId>.".formatted(unit.name()));
        }
    }

    private static void examinePackage(CodeBase code, CodeUnit unit, String where, Findings findings) {
        String expected = code.basePackage() + "." + unit.name();
        if (code.modules().stream()
                .noneMatch(it -> it.basePackage().equals(expected)
                        && it.name().equals(unit.name())
                        && it.unit().name().equals(unit.name()))) {
            findings.report(
                    where,
                    "There is no module '%s' in package %s.".formatted(unit.name(), expected),
                    "Put the module's code into that package and its sub-package internal, and declare no other id.");
        }
    }
}
