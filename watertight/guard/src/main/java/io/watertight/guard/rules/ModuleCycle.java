package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Modules in a cycle are one module. */
final class ModuleCycle {

    void examine(CodeBase code, Findings findings) {
        Map<AppModule, Set<AppModule>> arrows = new HashMap<>();
        for (AppModule module : code.businessModules()) {
            findings.examined(module);
            List<String> allowed = module.allowed();
            arrows.put(module, new TreeSet<>(Comparator.comparing(AppModule::name)));
            (allowed == null ? used(code, module) : allowed.stream().flatMap(it -> code.module(it).stream()))
                    .filter(it -> !it.shared() && !it.equals(module))
                    .forEach(it -> arrows.get(module).add(it));
        }
        Set<Set<AppModule>> told = new HashSet<>();
        for (AppModule module : code.businessModules()) {
            List<AppModule> cycle = cycle(module, arrows, new ArrayList<>());
            if (!cycle.isEmpty() && told.add(new HashSet<>(cycle))) {
                List<String> names = cycle.stream().map(AppModule::name).toList();
                findings.add(
                        MissingDeclaration.descriptor(module, findings),
                        String.join(" ", new TreeSet<>(names)),
                        "Modules depend on each other in a cycle: %s.".formatted(String.join(" -> ", names)));
            }
        }
    }

    /** What a module does, where it does not say what it may do. */
    private static Stream<AppModule> used(CodeBase code, AppModule module) {
        return code.types().stream()
                .filter(it -> it.isOwnedBy(module))
                .flatMap(it -> it.uses().stream())
                .flatMap(it -> code.find(it.type()).stream())
                .filter(CodeType::isInBusiness)
                .map(CodeType::module);
    }

    /** A cycle that begins and ends with the first on the path; empty if there is none. */
    private static List<AppModule> cycle(
            AppModule module, Map<AppModule, Set<AppModule>> arrows, List<AppModule> path) {
        if (path.contains(module)) {
            return path.getFirst().equals(module)
                    ? Stream.concat(path.stream(), Stream.of(module)).toList()
                    : List.of();
        }
        path.add(module);
        for (AppModule to : arrows.getOrDefault(module, Set.of())) {
            List<AppModule> found = cycle(to, arrows, path);
            if (!found.isEmpty()) {
                return found;
            }
        }
        path.removeLast();
        return List.of();
    }
}
