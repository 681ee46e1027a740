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
            List<AppModule> cycle = cycle(module, arrows);
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

    /** The shortest cycle that begins and ends with the module; empty if there is none. */
    private static List<AppModule> cycle(AppModule module, Map<AppModule, Set<AppModule>> arrows) {
        List<List<AppModule>> paths = new ArrayList<>(List.of(List.of(module)));
        Set<AppModule> seen = new HashSet<>();
        for (int i = 0; i < paths.size(); i++) {
            for (AppModule to : arrows.getOrDefault(paths.get(i).getLast(), Set.of())) {
                var path = Stream.concat(paths.get(i).stream(), Stream.of(to)).toList();
                if (to.equals(module)) {
                    return path;
                }
                if (seen.add(to)) {
                    paths.add(path);
                }
            }
        }
        return List.of();
    }
}
