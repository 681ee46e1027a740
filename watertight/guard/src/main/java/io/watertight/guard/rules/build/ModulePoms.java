package io.watertight.guard.rules.build;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeUnit;
import io.watertight.guard.codebase.CodeUnit.Role;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.codebase.Pom;
import io.watertight.guard.codebase.Pom.Dependency;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the POM of a module lets javac see. The enforcer holds the list of what may be depended on; this holds what it cannot
 * know: the arrows between modules, and that no module's POM has a say in how guards run.
 */
final class ModulePoms implements Rule {

    /** Whatever adds sources, classes or dependencies behind the back of the guards. */
    private static final List<String> BUILD_ELEMENTS =
            List.of("build", "profiles", "repositories", "dependencyManagement");

    @Override
    public String id() {
        return "module-poms";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.BUILD;
    }

    @Override
    public String promise() {
        return "the POM of a module depends on the modules that it declares, and changes nothing of how it is built";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        for (CodeUnit unit : code.units()) {
            Pom pom = unit.pom();
            if (pom != null
                    && (unit.role() == Role.MODULE || unit.role() == Role.KERNEL)
                    && code.isOneUnitPerModule()) {
                findings.examined(code.path(pom.file()));
                pom.dependencies().forEach(it -> examine(code, unit, pom, it, findings));
                BUILD_ELEMENTS.stream()
                        .filter(_ -> unit.role() == Role.MODULE)
                        .filter(it -> pom.elements(it).stream().anyMatch(found -> isOfProject(found)))
                        .forEach(it -> findings.violation(
                                at(code, pom, "<" + it + ">"),
                                "The POM of '%s' has a section <%s>.".formatted(unit.name(), it),
                                "What a module builds in its own way, the guards have not been shown: other sources, other"
                                        + " dependencies, plugins switched off.",
                                "Move it to the root POM, where it is for all modules and a person looks at it."));
                examineParent(code, unit, pom, findings);
            }
        }
    }

    private static boolean isOfProject(org.w3c.dom.Element element) {
        return "project".equals(element.getParentNode().getNodeName());
    }

    private static void examineParent(Codebase code, CodeUnit unit, Pom pom, Findings findings) {
        String root = code.reactor() == null ? "" : code.reactor().rootPom().artifactId();
        boolean own = pom.elements("parent").stream()
                .map(it -> it.getElementsByTagName("artifactId").item(0))
                .filter(Objects::nonNull)
                .anyMatch(it -> it.getTextContent().strip().equals(root));
        if (!own) {
            findings.violation(
                    at(code, pom, "<parent>"),
                    "The parent of '%s' is not the root POM.".formatted(unit.name()),
                    "The list of allowed dependencies, the compiler's checks and the JDK come from there.",
                    "Make <artifactId>%s</artifactId> its parent.".formatted(root));
        }
    }

    private static void examine(Codebase code, CodeUnit unit, Pom pom, Dependency dependency, Findings findings) {
        CodeUnit target = code.units().stream()
                .filter(it -> it.pom() != null && it.pom().artifactId().equals(dependency.artifactId()))
                .findFirst()
                .orElse(null);
        if (target == null || target.equals(unit)) {
            return;
        }
        String where = at(code, pom, "<artifactId>" + dependency.artifactId());
        if (dependency.type().equals("test-jar") || !dependency.classifier().isEmpty()) {
            findings.violation(
                    where,
                    "The POM of '%s' depends on the %s of '%s'."
                            .formatted(
                                    unit.name(),
                                    dependency.type().equals("test-jar") ? "tests" : dependency.classifier(),
                                    target.name()),
                    "A module's tests are its own: they know its inside, and whoever uses them knows it too.",
                    "Stub what the module exports, in your own tests.");
            return;
        }
        switch (target.role()) {
            case MODULE -> examineArrow(code, unit, target, where, findings);
            case TECHNICAL -> {
                String scope = dependency.scope();
                if (scope.isEmpty() || scope.equals("compile") || scope.equals("provided")) {
                    findings.violation(
                            where,
                            "The POM of '%s' compiles against '%s'.".formatted(unit.name(), target.name()),
                            "What is technical is there at run time, or in tests, and nobody knows it: it can be replaced.",
                            "Give the dependency <scope>runtime</scope>, or <scope>test</scope> if only tests need it.");
                }
            }
            case APPLICATION ->
                findings.violation(
                        where,
                        "The POM of '%s' depends on the application.".formatted(unit.name()),
                        "The application knows the modules, and none of them knows it.",
                        "Remove the dependency.");
            default -> {
                // Everybody may use the kernel, and a stranger has no POM.
            }
        }
    }

    private static void examineArrow(Codebase code, CodeUnit unit, CodeUnit target, String where, Findings findings) {
        Optional<DomainModule> from = moduleOf(code, unit);
        Optional<DomainModule> to = moduleOf(code, target);
        if (unit.role() == Role.KERNEL
                || (from.isPresent() && to.isPresent() && !from.get().mayUse(to.get()))) {
            findings.violation(
                    where,
                    "The POM of '%s' depends on '%s', which its package-info.java does not allow."
                            .formatted(unit.name(), target.name()),
                    "With the dependency javac lets the code name everything that is public there.",
                    unit.role() == Role.KERNEL
                            ? "Remove the dependency: the shared kernel knows no module."
                            : "Remove the dependency, or add \"%s\" to allowedDependencies of module '%s'."
                                    .formatted(target.name(), unit.name()));
        }
    }

    private static Optional<DomainModule> moduleOf(Codebase code, CodeUnit unit) {
        return code.modules().stream().filter(it -> it.unit().equals(unit)).findFirst();
    }

    private static String at(Codebase code, Pom pom, String text) {
        return "%s:%d".formatted(code.path(pom.file()), pom.lineOf(text));
    }
}
