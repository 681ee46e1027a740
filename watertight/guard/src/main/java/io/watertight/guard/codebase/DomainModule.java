package io.watertight.guard.codebase;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One module of the application, as its {@code package-info.java} declares it.
 *
 * @param name the last part of its base package, or the name that it was given
 * @param basePackage what is public in it is exported
 * @param exportedPackages named interfaces: further packages whose public types are exported
 * @param allowedDependencies names of modules; null if it does not say, which allows all
 * @param open whether it exports everything
 * @param shared whether every module may use it
 * @param unit where its code lies
 */
public record DomainModule(
        String name,
        String basePackage,
        Set<String> exportedPackages,
        @Nullable List<String> allowedDependencies,
        boolean open,
        boolean shared,
        CodeUnit unit) {

    public DomainModule {
        exportedPackages = Set.copyOf(exportedPackages);
        allowedDependencies = allowedDependencies == null ? null : List.copyOf(allowedDependencies);
    }

    /** Whether the package is the module's base package or lies below it. */
    public boolean holds(String packageName) {
        return packageName.equals(basePackage) || packageName.startsWith(basePackage + ".");
    }

    /** Whether public types of the package are for others. */
    public boolean exports(String packageName) {
        return packageName.equals(basePackage) || exportedPackages.contains(packageName);
    }

    public String internalPackage() {
        return basePackage + ".internal";
    }

    /** Whether this module's code may use what the other one exports. */
    public boolean mayUse(DomainModule other) {
        return other.equals(this)
                || other.shared()
                || allowedDependencies == null
                || allowedDependencies.stream()
                        .map(it -> it.replaceFirst("\\s*::.*", ""))
                        .anyMatch(it -> it.equals(other.name()));
    }

    @Override
    public String toString() {
        return name;
    }
}
