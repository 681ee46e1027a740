package io.watertight.guard.rules.structure;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeUnit;
import io.watertight.guard.codebase.CodeUnit.Role;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.codebase.Pom;
import io.watertight.guard.codebase.Reactor;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Counts what is on disk, so that a module which nobody builds cannot be one which nobody examines. */
final class ModuleCensus implements Rule {

    private static final String WHY =
            "A module is covered by the guards only if it is all of this under one name: a folder,"
                    + " a Maven module, an application module, a schema.";

    @Override
    public String id() {
        return "module-census";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.STRUCTURE;
    }

    @Override
    public String promise() {
        return "each folder below modules/ is one Maven module, application module and migration folder of the same name";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Reactor reactor = code.reactor();
        if (reactor == null || !code.isOneUnitPerModule()) {
            return;
        }
        code.units().stream().filter(it -> it.role() == Role.MODULE).forEach(it -> {
            findings.examined(it.name());
            examine(code, reactor, it, findings);
        });
        code.modules().stream()
                .filter(it -> it.unit().role() == Role.APPLICATION)
                .forEach(it -> findings.violation(
                        code.path(folderOf(it)),
                        "The application holds a module '%s'.".formatted(it.name()),
                        "The application only puts modules together; business code in it lies beyond the guards.",
                        "Move the package to modules/%s, with a POM of its own.".formatted(it.name())));
    }

    private static Path folderOf(DomainModule module) {
        Pom pom = module.unit().pom();
        Path source = Path.of("src/main/java", module.basePackage().replace('.', '/'));
        return pom == null ? source : pom.folder().resolve(source);
    }

    private static void examine(Codebase code, Reactor reactor, CodeUnit unit, Findings findings) {
        Path folder = reactor.root().resolve("modules").resolve(unit.name());
        String where = code.path(folder);
        Pom pom = unit.pom();
        if (pom == null) {
            findings.violation(
                    where, "Folder %s has no pom.xml.".formatted(where), WHY, "Copy one from another module.");
            return;
        }
        if (reactor.poms().stream().noneMatch(pom::equals)) {
            findings.violation(
                    code.path(reactor.rootPom().file()) + ":"
                            + reactor.rootPom().lineOf("</modules>"),
                    "The reactor does not list %s, so nobody builds it.".formatted(where),
                    WHY,
                    "Add to <modules>: <module>%s</module>".formatted(where));
            return;
        }
        examineApplication(code, unit, pom, findings);
        if (!pom.artifactId().equals(unit.name())) {
            findings.violation(
                    code.path(pom.file()) + ":" + pom.lineOf("<artifactId>" + pom.artifactId()),
                    "The Maven module in %s is called '%s'.".formatted(where, pom.artifactId()),
                    WHY,
                    "Call it <artifactId>%s</artifactId>.".formatted(unit.name()));
        }
        if (unit.classes() == null) {
            findings.violation(
                    where,
                    "Nothing in %s has been compiled, so nothing in it was examined.".formatted(where),
                    WHY,
                    "Build the whole reactor, or with -am.");
            return;
        }
        examineModule(code, unit, where, findings);
        examineMigrations(folder, unit, where, findings);
        if (Files.isDirectory(folder.resolve("src/test/java")) && unit.testClasses() == null) {
            findings.violation(
                    where + "/src/test/java",
                    "The tests of '%s' have not been compiled, so nobody has looked into them.".formatted(unit.name()),
                    WHY,
                    "Build without -Dmaven.test.skip.");
        }
    }

    private static void examineApplication(Codebase code, CodeUnit unit, Pom pom, Findings findings) {
        code.units().stream()
                .filter(it -> it.role() == Role.APPLICATION)
                .map(CodeUnit::pom)
                .filter(Objects::nonNull)
                .filter(it -> it.dependencies().stream()
                        .noneMatch(dependency -> dependency.artifactId().equals(pom.artifactId())
                                && dependency.groupId().equals(pom.groupId())
                                && !dependency.scope().equals("test")))
                .forEach(it -> findings.violation(
                        code.path(it.file()) + ":" + it.lineOf("<dependencies>"),
                        "The application does not depend on module '%s'.".formatted(unit.name()),
                        WHY,
                        """
                        Add to its <dependencies>: \
                        <dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>${project.version}</version></dependency>""".formatted(pom.groupId(), pom.artifactId())));
    }

    private static void examineModule(Codebase code, CodeUnit unit, String where, Findings findings) {
        Optional<DomainModule> module =
                code.modules().stream().filter(it -> it.unit().equals(unit)).findFirst();
        String expected = code.basePackage() + "." + unit.name();
        if (module.isEmpty()) {
            findings.violation(
                    where,
                    "There is no class in package %s.".formatted(expected),
                    WHY,
                    "Put the module's code into that package and its sub-package internal.");
        } else if (!module.get().name().equals(unit.name())) {
            findings.violation(
                    code.path(
                                    code.reactor() == null
                                            ? Path.of(where)
                                            : code.reactor().root().resolve(where)) + "/src/main/java/"
                            + expected.replace('.', '/') + "/package-info.java:1",
                    "Module '%s' calls itself '%s'."
                            .formatted(unit.name(), module.get().name()),
                    WHY,
                    "Remove id from @ApplicationModule.");
        }
    }

    private static void examineMigrations(Path folder, CodeUnit unit, String where, Findings findings) {
        Path migrations = folder.resolve("src/main/resources/db/migration").resolve(unit.name());
        if (!Files.isDirectory(migrations)) {
            findings.violation(
                    where,
                    "Module '%s' has no folder src/main/resources/db/migration/%s.".formatted(unit.name(), unit.name()),
                    WHY,
                    "Create it with a V1__%s.sql that begins with: create schema %s;"
                            .formatted(unit.name(), unit.name()));
        }
    }
}
