package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
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

    private ModuleCensus() {}

    static void examine(CodeBase code, Findings findings) {
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
                .forEach(it -> findings.add(
                        findings.at(
                                "%s/src/main/java/%s"
                                        .formatted(
                                                it.unit().name(),
                                                it.basePackage().replace('.', '/')),
                                0),
                        it.name(),
                        "The application holds a module '%s'.".formatted(it.name()),
                        "Move the package to modules/%s, with a POM of its own.".formatted(it.name())));
    }

    private static void examine(CodeBase code, Project project, CodeUnit unit, Path folder, Findings findings) {
        String where = code.path(folder);
        Pom pom = unit.pom();
        if (pom == null) {
            report(findings, where, "Folder %s has no pom.xml.".formatted(where), "Copy one from another module.");
        } else if (!project.poms().contains(pom)) {
            report(
                    findings,
                    where,
                    "No POM lists %s, so nobody builds it.".formatted(where),
                    "Add it to <modules> of the POM above.");
        } else {
            examinePom(code, unit, pom, findings);
            if (unit.classes().isEmpty()) {
                report(
                        findings,
                        where,
                        "Nothing in %s has been compiled, so nothing in it was examined.".formatted(where),
                        "Build the whole project, or with -am.");
                return;
            }
            examinePackage(code, unit, where, findings);
            if (Files.isDirectory(folder.resolve("src/test/java"))
                    && unit.tests().isEmpty()) {
                report(
                        findings,
                        where,
                        "The tests of '%s' have not been compiled, so nobody has looked into them."
                                .formatted(unit.name()),
                        "Build without -Dmaven.test.skip.");
            }
        }
    }

    private static void examinePom(CodeBase code, CodeUnit unit, Pom pom, Findings findings) {
        code.units().stream()
                .filter(it -> it.role() == Role.APPLICATION)
                .flatMap(it -> Stream.ofNullable(it.pom()))
                .filter(it -> it.dependencies().stream()
                        .noneMatch(dependency -> dependency.artifactId().equals(pom.artifactId())
                                && !dependency.scope().equals("test")))
                .forEach(it -> report(
                        findings,
                        code.path(it.file()),
                        "The application does not depend on module '%s'.".formatted(unit.name()),
                        "Add to its <dependencies> the artifact %s:%s.".formatted(pom.groupId(), pom.artifactId())));
        if (!pom.artifactId().equals(unit.name())) {
            report(
                    findings,
                    code.path(pom.file()),
                    "The Maven module in the folder '%s' is called '%s'.".formatted(unit.name(), pom.artifactId()),
                    "Call it <artifactId>%s</artifactId>.".formatted(unit.name()));
        }
    }

    private static void examinePackage(CodeBase code, CodeUnit unit, String where, Findings findings) {
        String expected = code.basePackage() + "." + unit.name();
        AppModule module = code.modules().stream()
                .filter(it ->
                        it.basePackage().equals(expected) && it.unit().name().equals(unit.name()))
                .findFirst()
                .orElse(null);
        if (module == null) {
            report(
                    findings,
                    where,
                    "There is no class in package %s.".formatted(expected),
                    "Put the module's code into that package and its sub-package internal.");
        } else if (!module.name().equals(unit.name())) {
            report(
                    findings,
                    where,
                    "Module '%s' calls itself '%s'.".formatted(unit.name(), module.name()),
                    "Remove id from @ApplicationModule.");
        }
    }

    private static void report(Findings findings, String file, String what, String instead) {
        findings.add(findings.at(file, 0), what, what, instead);
    }
}
