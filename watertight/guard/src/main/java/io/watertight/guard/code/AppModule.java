package io.watertight.guard.code;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One module of the application.
 *
 * @param name the last part of its base package, or the name that it was given
 * @param basePackage what is public in it is exported
 * @param exportedPackages named interfaces: further packages whose public types are exported
 * @param exportedTypes named interfaces: further types
 * @param allowed names of the modules that it may use; null if it does not say, which allows all
 * @param open whether it exports everything
 * @param shared whether every module may use it
 * @param declared whether an annotation says that it is a module
 * @param unit where its code lies
 */
public record AppModule(
        String name,
        String basePackage,
        Set<String> exportedPackages,
        Set<String> exportedTypes,
        @Nullable List<String> allowed,
        boolean open,
        boolean shared,
        boolean declared,
        CodeUnit unit) {

    /** Whether the package is the module's base package or lies below it. */
    public boolean holds(String packageName) {
        return packageName.equals(basePackage) || packageName.startsWith(basePackage + ".");
    }

    public String internalPackage() {
        return basePackage + ".internal";
    }

    public boolean mayUse(AppModule other) {
        return other.equals(this) || other.shared() || allowed == null || allowed.contains(other.name());
    }

    public String inWords() {
        return shared ? "the shared module '%s'".formatted(name) : "module '%s'".formatted(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
