package io.watertight.guard.rules.build;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeUnit;
import io.watertight.guard.code.CodeUnit.Role;
import io.watertight.guard.code.Pom;
import io.watertight.guard.code.Project;
import io.watertight.guard.rules.Findings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What is not on a module's class path cannot be used by mistake. */
final class ModulePom {

    private static final Set<String> OWN_BUILD = Set.of(
            "build-helper-maven-plugin",
            "maven-compiler-plugin",
            "maven-surefire-plugin",
            "maven-enforcer-plugin",
            "maven-jar-plugin");

    private ModulePom() {}

    static void examine(CodeBase code, Findings findings) {
        Project project = code.project();
        if (project == null || project.poms().isEmpty()) {
            return;
        }
        for (CodeUnit unit : code.units()) {
            Pom pom = unit.pom();
            if (pom != null && (unit.role() == Role.MODULE || unit.role() == Role.KERNEL)) {
                findings.examined(code.path(pom.file()));
                AppModule module = code.modules().stream()
                        .filter(it -> it.unit().name().equals(unit.name()))
                        .findFirst()
                        .orElse(null);
                for (Pom.Dependency it : pom.dependencies()) {
                    examine(code, pom, module, it, findings);
                }
                if (unit.role() == Role.MODULE) {
                    examineBuild(code, project, pom, findings);
                }
            }
        }
    }

    private static void examine(
            CodeBase code,
            Pom pom,
            @org.jspecify.annotations.Nullable AppModule module,
            Pom.Dependency dependency,
            Findings findings) {
        Optional<CodeUnit> used = code.units().stream()
                .filter(it -> it.pom() != null
                        && it.pom().artifactId().equals(dependency.artifactId())
                        && (dependency.groupId().startsWith("$")
                                || it.pom().groupId().equals(dependency.groupId())))
                .findFirst();
        if (used.isEmpty() || module == null) {
            return;
        }
        if (dependency.type().equals("test-jar") || !dependency.classifier().isEmpty()) {
            report(
                    code,
                    pom,
                    dependency,
                    "The POM of '%s' depends on the tests of '%s'."
                            .formatted(module.name(), used.get().name()),
                    "Tests see the inside of their module, and hand it on.",
                    "Depend on the module itself, and use a stand-in for its service in tests.",
                    findings);
            return;
        }
        Optional<AppModule> to = code.modules().stream()
                .filter(it -> it.unit().name().equals(used.get().name()))
                .findFirst();
        boolean undeclared = to.isPresent()
                && (!module.mayUse(to.get()) || module.shared() && !to.get().shared());
        boolean application =
                used.get().role() == Role.APPLICATION && !dependency.scope().equals("test");
        if (application || (undeclared && isUnused(code, module, to.orElseThrow()))) {
            report(
                    code,
                    pom,
                    dependency,
                    "The POM of '%s' depends on '%s', which the module does not declare."
                            .formatted(module.name(), used.get().name()),
                    "What is on the class path will be used.",
                    "Remove the dependency, or declare it: allowedDependencies in package-info.java.",
                    findings);
        }
    }

    /** Where the code uses it, that is what has to be told. */
    private static boolean isUnused(CodeBase code, AppModule from, AppModule to) {
        return code.types().stream()
                .filter(it -> it.isOwnedBy(from))
                .flatMap(it -> it.uses().stream())
                .noneMatch(it ->
                        code.find(it.type()).filter(used -> used.isOwnedBy(to)).isPresent());
    }

    private static void examineBuild(CodeBase code, Project project, Pom pom, Findings findings) {
        boolean inherits = !pom.elements("parent").isEmpty()
                && project.poms().stream().anyMatch(it -> it.artifactId().equals(parentOf(pom)));
        if (!inherits) {
            findings.add(
                    findings.at(pom.file(), pom.lineOf("<parent>")),
                    "parent",
                    "%s has a parent that is not of this project.".formatted(code.path(pom.file())),
                    "What a module may depend on is a list in a parent of this project.",
                    "Name a POM of this project as its parent, as the other modules do.");
        }
        pom.elements("plugin").stream()
                .flatMap(it -> List.of(it.getElementsByTagName("artifactId").item(0)).stream())
                .filter(Objects::nonNull)
                .map(it -> it.getTextContent().strip())
                .filter(OWN_BUILD::contains)
                .findFirst()
                .ifPresent(it -> findings.add(
                        findings.at(pom.file(), pom.lineOf(it)),
                        it,
                        "%s configures %s.".formatted(code.path(pom.file()), it),
                        "A module that is built in its own way can add another module's sources, or leave out its"
                                + " tests.",
                        "Remove it: how modules are built is said once, in their parent."));
    }

    private static String parentOf(Pom pom) {
        var parent = pom.elements("parent").getFirst().getElementsByTagName("artifactId");
        return parent.getLength() == 0 ? "" : parent.item(0).getTextContent().strip();
    }

    private static void report(
            CodeBase code,
            Pom pom,
            Pom.Dependency dependency,
            String what,
            String why,
            String instead,
            Findings findings) {
        findings.add(
                findings.at(pom.file(), pom.lineOf("<artifactId>" + dependency.artifactId() + "</artifactId>")),
                dependency.artifactId(),
                what,
                why,
                instead);
    }
}
