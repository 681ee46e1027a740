package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeUnit;
import io.watertight.guard.code.CodeUnit.Role;
import io.watertight.guard.code.Pom;
import io.watertight.guard.rules.Finding.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is not on a module's class path cannot be used by mistake. */
final class ModulePom {

    private static final Pattern OWN_BUILD =
            Pattern.compile("build-helper-maven-plugin|maven-(compiler|surefire|enforcer|jar)-plugin");

    private ModulePom() {}

    static void examine(CodeBase code, Findings findings) {
        for (CodeUnit unit : code.units()) {
            Pom pom = unit.pom();
            if (pom == null || (unit.role() != Role.MODULE && unit.role() != Role.KERNEL)) {
                continue;
            }
            findings.examined(code.path(pom.file()));
            moduleOf(code, unit)
                    .ifPresent(module -> pom.dependencies()
                            .forEach(it -> unitOf(code, it)
                                    .ifPresent(used -> examine(code, pom, module, it, used, findings))));
            if (unit.role() == Role.MODULE) {
                examineBuild(code, pom, findings);
            }
        }
    }

    private static Optional<AppModule> moduleOf(CodeBase code, CodeUnit unit) {
        return code.modules().stream()
                .filter(it -> it.unit().name().equals(unit.name()))
                .findFirst();
    }

    private static Optional<CodeUnit> unitOf(CodeBase code, Pom.Dependency dependency) {
        return code.units().stream()
                .filter(it -> it.pom() != null
                        && it.pom().artifactId().equals(dependency.artifactId())
                        && (dependency.groupId().startsWith("$")
                                || it.pom().groupId().equals(dependency.groupId())))
                .findFirst();
    }

    private static void examine(
            CodeBase code, Pom pom, AppModule module, Pom.Dependency dependency, CodeUnit used, Findings findings) {
        Place place = findings.at(pom.file(), pom.lineOf("<artifactId>" + dependency.artifactId() + "</artifactId>"));
        AppModule to = moduleOf(code, used).orElse(null);
        boolean undeclared = to != null && (!module.mayUse(to) || (module.shared() && !to.shared()));
        if (dependency.type().equals("test-jar") || !dependency.classifier().isEmpty()) {
            findings.add(
                    place,
                    dependency.artifactId(),
                    "The POM of '%s' depends on the tests of '%s'.".formatted(module.name(), used.name()),
                    "Depend on the module itself, and use a stand-in for its service in tests.");
        } else if ((used.role() == Role.APPLICATION && !dependency.scope().equals("test"))
                || (to != null && undeclared && isUnused(code, module, to))) {
            findings.add(
                    place,
                    dependency.artifactId(),
                    "The POM of '%s' depends on '%s', which the module does not declare."
                            .formatted(module.name(), used.name()));
        }
    }

    /** Where the code uses it, that is what has to be told. */
    private static boolean isUnused(CodeBase code, AppModule from, AppModule to) {
        return code.types().stream()
                .filter(it -> it.isOwnedBy(from))
                .flatMap(it -> it.uses().stream())
                .flatMap(it -> code.find(it.type()).stream())
                .noneMatch(it -> it.isOwnedBy(to));
    }

    /** A module that is built in its own way can add another module's sources, or leave out its tests. */
    private static void examineBuild(CodeBase code, Pom pom, Findings findings) {
        List<String> own = Objects.requireNonNull(code.project()).poms().stream()
                .map(Pom::artifactId)
                .toList();
        if (pom.elements("parent").stream().noneMatch(it -> own.contains(Pom.text(it, "artifactId")))) {
            findings.add(
                    findings.at(pom.file(), pom.lineOf("<parent>")),
                    "parent",
                    "%s has a parent that is not of this project.".formatted(code.path(pom.file())),
                    "Name a POM of this project as its parent, as the other modules do.");
        }
        pom.elements("plugin").stream()
                .map(it -> Pom.text(it, "artifactId"))
                .filter(it -> OWN_BUILD.matcher(it).matches())
                .findFirst()
                .ifPresent(it -> findings.add(
                        findings.at(pom.file(), pom.lineOf(it)),
                        it,
                        "%s configures %s.".formatted(code.path(pom.file()), it),
                        "Remove it: how modules are built is said once, in their parent."));
    }
}
