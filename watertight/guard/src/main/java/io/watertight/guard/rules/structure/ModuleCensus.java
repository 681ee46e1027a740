package io.watertight.guard.rules.structure;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeUnit;
import io.watertight.guard.code.CodeUnit.Role;
import io.watertight.guard.code.Pom;
import io.watertight.guard.code.Project;
import io.watertight.guard.rules.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Counts what is on disk, so that a module which nobody builds cannot be one which nobody examines. */
final class ModuleCensus {

    private static final String WHY =
            "A module is examined only if its folder, its Maven module and its package bear one name, and the"
                    + " application contains it.";

    private ModuleCensus() {}

    static void examine(CodeBase code, Findings findings) {
        Project project = code.project();
        if (project == null
                || project.poms().isEmpty()
                || !Files.isDirectory(project.root().resolve("modules"))) {
            return;
        }
        Path modules = project.root().resolve("modules");
        code.units().stream()
                .filter(it -> it.folder() != null && modules.equals(it.folder().getParent()))
                .forEach(it -> {
                    findings.examined(it.name());
                    examine(code, project, it, findings);
                });
        code.modules().stream()
                .filter(it -> it.unit().role() == Role.APPLICATION)
                .forEach(it -> findings.add(
                        findings.at(
                                "%s/src/main/java/%s"
                                        .formatted(
                                                it.unit().name(),
                                                it.basePackage().replace('.', '/')),
                                0),
                        it.name(),
                        "The application holds a module '%s'.".formatted(it.name()),
                        "The application only puts modules together; there is no POM that says what business code in"
                                + " it may use.",
                        "Move the package to modules/%s, with a POM of its own.".formatted(it.name())));
    }

    private static void examine(CodeBase code, Project project, CodeUnit unit, Findings findings) {
        Path folder = Objects.requireNonNull(unit.folder());
        String where = code.path(folder);
        Pom pom = unit.pom();
        if (pom == null) {
            report(findings, where, "Folder %s has no pom.xml.".formatted(where), "Copy one from another module.");
            return;
        }
        if (project.poms().stream().noneMatch(pom::equals)) {
            report(
                    findings,
                    where,
                    "No POM lists %s, so nobody builds it.".formatted(where),
                    "Add it to <modules> of the POM above.");
            return;
        }
        code.units().stream()
                .filter(it -> it.role() == Role.APPLICATION && it.pom() != null)
                .map(CodeUnit::pom)
                .filter(it -> Objects.requireNonNull(it).dependencies().stream()
                        .noneMatch(dependency -> dependency.artifactId().equals(pom.artifactId())
                                && !dependency.scope().equals("test")))
                .forEach(it -> report(
                        findings,
                        code.path(Objects.requireNonNull(it).file()),
                        "The application does not depend on module '%s'.".formatted(unit.name()),
                        "Add to its <dependencies> the artifact %s:%s.".formatted(pom.groupId(), pom.artifactId())));
        if (!pom.artifactId().equals(unit.name())) {
            report(
                    findings,
                    code.path(pom.file()),
                    "The Maven module in %s is called '%s'.".formatted(where, pom.artifactId()),
                    "Call it <artifactId>%s</artifactId>.".formatted(unit.name()));
        }
        if (unit.classes().isEmpty()) {
            report(
                    findings,
                    where,
                    "Nothing in %s has been compiled, so nothing in it was examined.".formatted(where),
                    "Build the whole project, or with -am.");
            return;
        }
        examinePackage(code, unit, where, findings);
        if (Files.isDirectory(folder.resolve("src/test/java")) && unit.tests().isEmpty()) {
            report(
                    findings,
                    where,
                    "The tests of '%s' have not been compiled, so nobody has looked into them.".formatted(unit.name()),
                    "Build without -Dmaven.test.skip.");
        }
    }

    private static void examinePackage(CodeBase code, CodeUnit unit, String where, Findings findings) {
        String expected = code.basePackage() + "." + unit.name();
        Optional<AppModule> module = code.modules().stream()
                .filter(it ->
                        it.basePackage().equals(expected) && it.unit().name().equals(unit.name()))
                .findFirst();
        if (module.isEmpty()) {
            report(
                    findings,
                    where,
                    "There is no class in package %s.".formatted(expected),
                    "Put the module's code into that package and its sub-package internal.");
        } else if (!module.get().name().equals(unit.name())) {
            report(
                    findings,
                    where,
                    "Module '%s' calls itself '%s'."
                            .formatted(unit.name(), module.get().name()),
                    "Remove id from @ApplicationModule.");
        }
    }

    private static void report(Findings findings, String file, String what, String instead) {
        findings.add(findings.at(file, 0), what, what, WHY, instead);
    }
}
