package io.watertight.guard.rules.structure;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** Spring Modulith allows everything to a module that does not say what it needs. */
final class DeclaredDependencies implements Rule {

    @Override
    public String id() {
        return "declared-dependencies";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.STRUCTURE;
    }

    @Override
    public String promise() {
        return "every module names the modules that it may use, and they form no circle";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        for (DomainModule module : code.businessModules()) {
            findings.examined(module);
            List<String> allowed = module.allowedDependencies();
            if (allowed == null) {
                findings.violation(
                        descriptorOf(code, module),
                        "Module '%s' does not say which modules it may use.".formatted(module.name()),
                        "Without that, Spring Modulith lets it use every module.",
                        "Write in package-info.java of %s: @ApplicationModule(allowedDependencies = {...}), empty if there are none."
                                .formatted(module.basePackage()));
                continue;
            }
            allowed.stream()
                    .map(it -> it.replaceFirst("\\s*::.*", ""))
                    .filter(it -> code.module(it).isEmpty())
                    .forEach(it -> findings.violation(
                            descriptorOf(code, module),
                            "Module '%s' may use '%s', which is no module.".formatted(module.name(), it),
                            "A name that means nothing today allows something else tomorrow.",
                            "Correct the name or remove it; there are: %s."
                                    .formatted(String.join(
                                            ", ",
                                            code.modules().stream()
                                                    .map(DomainModule::name)
                                                    .toList()))));
            List<String> circle = circleFrom(code, module, new ArrayList<>());
            if (!circle.isEmpty()) {
                findings.violation(
                        descriptorOf(code, module),
                        "Modules depend on each other in a circle: %s.".formatted(String.join(" -> ", circle)),
                        "Modules in a circle are one module: none can be understood, tested or moved without the others.",
                        "Let one direction be an event: the module that is asked announces, the other one listens.");
            }
        }
    }

    private static List<String> circleFrom(Codebase code, DomainModule module, List<String> path) {
        if (path.contains(module.name())) {
            List<String> circle = new ArrayList<>(path.subList(path.indexOf(module.name()), path.size()));
            circle.add(module.name());
            // Told once, by the module whose name comes first.
            return circle.stream().sorted().findFirst().orElse("").equals(path.getFirst())
                            && path.getFirst().equals(circle.getFirst())
                    ? circle
                    : List.of();
        }
        path.add(module.name());
        List<String> allowed = module.allowedDependencies() == null ? List.of() : module.allowedDependencies();
        for (String name : allowed) {
            List<String> found = code.module(name.replaceFirst("\\s*::.*", ""))
                    .filter(it -> !it.shared())
                    .map(it -> circleFrom(code, it, new ArrayList<>(path)))
                    .orElse(List.of());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    static String descriptorOf(Codebase code, DomainModule module) {
        return code.find(module.basePackage() + ".package-info")
                .map((CodeClass it) -> code.where(it))
                .orElse(module.basePackage().replace('.', '/') + "/package-info.java:1");
    }
}
