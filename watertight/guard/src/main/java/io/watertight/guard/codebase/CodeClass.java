package io.watertight.guard.codebase;

import com.tngtech.archunit.core.domain.JavaClass;
import org.jspecify.annotations.Nullable;

/**
 * A class of the application: as ArchUnit knows it (hierarchy, members), as its class file tells (everything else), and
 * where it belongs.
 *
 * @param unit where it was compiled
 * @param home the module in whose package it says to be; null if in none
 * @param actor the module whose code it is: by the place where it is compiled if modules are compiled apart, for a package
 *     name can be borrowed; by its package otherwise; null for code of no module
 * @param test whether it is a test or made for one
 */
public record CodeClass(
        JavaClass type,
        ClassFacts facts,
        CodeUnit unit,
        @Nullable DomainModule home,
        @Nullable DomainModule actor,
        boolean test) {

    public String name() {
        return facts.name();
    }

    public String packageName() {
        return type.getPackageName();
    }

    public String simpleName() {
        return name().substring(name().lastIndexOf('.') + 1).replace('$', '.');
    }

    public boolean isTopLevel() {
        return type.isTopLevelClass();
    }

    /** {@code package-info} and {@code module-info} are classes only to the class loader. */
    public boolean isDescriptor() {
        return name().endsWith("-info");
    }

    /** Whether the compiler made it out of another class: lambdas' classes, switch tables, inner classes without a name. */
    public boolean isAnonymous() {
        return type.isAnonymousClass();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodeClass it && it.name().equals(name()) && it.unit.equals(unit) && it.test == test;
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
