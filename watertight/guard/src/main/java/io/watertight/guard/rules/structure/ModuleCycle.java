package io.watertight.guard.rules.structure;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.rules.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Modules in a circle are one module. */
final class ModuleCycle {

    private ModuleCycle() {}

    static void examine(CodeBase code, Findings findings) {
        Map<String, Set<String>> arrows = new HashMap<>();
        for (AppModule module : code.businessModules()) {
            findings.examined(module);
            Set<String> to = new TreeSet<>();
            if (module.allowed() != null) {
                module.allowed().stream()
                        .filter(it ->
                                code.module(it).filter(found -> !found.shared()).isPresent())
                        .forEach(to::add);
            }
            arrows.put(module.name(), to);
        }
        // What a module does, where it does not say what it may do.
        code.types().stream()
                .filter(it -> it.isInBusiness() && it.module().allowed() == null)
                .forEach(user -> user.uses().stream()
                        .flatMap(use -> code.find(use.type()).stream())
                        .filter(CodeType::isInBusiness)
                        .forEach(it -> arrows.getOrDefault(user.module().name(), new TreeSet<>())
                                .add(it.module().name())));
        Set<Set<String>> told = new HashSet<>();
        for (AppModule module : code.businessModules()) {
            List<String> circle = circle(module.name(), arrows, new ArrayList<>());
            if (!circle.isEmpty() && told.add(new HashSet<>(circle))) {
                findings.add(
                        MissingDeclaration.descriptor(code, module, findings),
                        String.join(" ", new TreeSet<>(circle)),
                        "Modules depend on each other in a circle: %s.".formatted(String.join(" -> ", circle)),
                        "Modules in a circle are one module: none can be understood, tested or moved without the"
                                + " others.",
                        "Let one direction be an event: the module that is asked announces, the other one listens.");
            }
        }
    }

    /** A circle that begins and ends with the first on the path; empty if there is none. */
    private static List<String> circle(String module, Map<String, Set<String>> arrows, List<String> path) {
        if (!path.isEmpty() && path.getFirst().equals(module)) {
            List<String> circle = new ArrayList<>(path);
            circle.add(module);
            return circle;
        }
        if (path.contains(module)) {
            return List.of();
        }
        path.add(module);
        for (String to : arrows.getOrDefault(module, Set.of())) {
            List<String> found = to.equals(module) ? List.of() : circle(to, arrows, path);
            if (!found.isEmpty()) {
                return found;
            }
        }
        path.removeLast();
        return List.of();
    }
}
