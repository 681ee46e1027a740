package io.watertight.boundary;

import io.watertight.api.ModuleDependencies;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.util.function.SingletonSupplier;

/**
 * The modules and their declared dependencies, from Spring Modulith's model. Shared modules are omitted, because all depend on
 * them. A module without a declaration may use what its code uses.
 */
public class DeclaredDependencies implements ModuleDependencies {

    private final Supplier<Content> content;

    public DeclaredDependencies(Supplier<ApplicationModules> modules) {
        this.content = SingletonSupplier.of(() -> Content.of(modules.get()));
    }

    @Override
    public List<String> modules() {
        return content.get().modules();
    }

    /** {@return all of them, sorted} */
    public Set<Dependency> dependencies() {
        return content.get().dependencies();
    }

    @Override
    public boolean allows(String from, String to) {
        return dependencies().contains(new Dependency(from, to));
    }

    private record Content(List<String> modules, Set<Dependency> dependencies) {

        static Content of(ApplicationModules all) {
            List<ApplicationModule> modules = all.stream()
                    .filter(it -> !all.getSharedModules().contains(it))
                    .toList();
            Set<Dependency> dependencies =
                    new TreeSet<>(Comparator.comparing(Dependency::from).thenComparing(Dependency::to));
            for (ApplicationModule module : modules) {
                targets(module, all)
                        .filter(it -> modules.contains(it) && !it.equals(module))
                        .forEach(it -> dependencies.add(new Dependency(nameOf(module), nameOf(it))));
            }
            return new Content(modules.stream().map(Content::nameOf).sorted().toList(), dependencies);
        }

        private static Stream<ApplicationModule> targets(ApplicationModule module, ApplicationModules all) {
            ApplicationModule.AllowedDependencies declared = module.getAllowedDependencies(all);
            return declared.isEmpty()
                    ? module.getDirectDependencies(all).uniqueModules()
                    : declared.stream().map(ApplicationModule.AllowedDependency::getTargetModule);
        }

        private static String nameOf(ApplicationModule module) {
            return module.getIdentifier().toString();
        }
    }

    /** The first module may call the second, and listen to its events. */
    public record Dependency(String from, String to) {}
}
