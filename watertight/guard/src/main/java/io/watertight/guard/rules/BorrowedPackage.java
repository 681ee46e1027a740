package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeUnit.Role;
import org.jspecify.annotations.Nullable;

/** A class in a borrowed package sees what is package-private there, and javac has nothing against it. */
final class BorrowedPackage {

    void examine(CodeBase code, CodeType type, Findings findings) {
        String fault = type.java().isTopLevelClass() ? fault(code, type) : null;
        if (fault != null) {
            findings.add(
                    findings.at(type),
                    type.packageName(),
                    "%s, compiled in '%s', is in package %s, which is %s."
                            .formatted(type.simpleName(), type.unit().name(), type.packageName(), fault),
                    "Move it to a package of the module that it belongs to.");
        }
    }

    private static @Nullable String fault(CodeBase code, CodeType type) {
        AppModule home = type.home();
        Role role = type.unit().role();
        boolean below = code.isInBasePackage(type.packageName());
        if (role == Role.TECHNICAL || !code.isOneUnitPerModule()) {
            return role == Role.TECHNICAL && below ? "the application's" : null;
        }
        if (home != null) {
            return home.equals(type.owner()) ? null : "the package of another module";
        }
        if (type.owner() != null) {
            // Flyway finds a module's migrations in Java where it finds the module's scripts.
            String migrations = "db.migration.%s.".formatted(type.module().name());
            return (type.packageName() + ".").startsWith(migrations) ? null : "of no module";
        }
        return role == Role.APPLICATION && !below ? "not the application's" : null;
    }
}
