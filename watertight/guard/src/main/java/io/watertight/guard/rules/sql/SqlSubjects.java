package io.watertight.guard.rules.sql;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.CodeUnit;
import io.watertight.guard.codebase.CodeUnit.Role;
import io.watertight.guard.codebase.Codebase;
import java.util.Objects;

/** Tells what is technical and runs within the application from what is for tests and tools. */
final class SqlSubjects {

    private SqlSubjects() {}

    /** Whether the class is of a technical unit that the application or a module needs at run time. */
    static boolean isPlatform(Codebase code, CodeClass type) {
        return isPlatform(code, type.unit()) && !code.isInBasePackage(type.packageName());
    }

    static boolean isPlatform(Codebase code, CodeUnit unit) {
        return unit.role() == Role.TECHNICAL
                && code.units().stream()
                        .filter(it -> it.role() != Role.TECHNICAL && it.pom() != null)
                        .flatMap(it -> Objects.requireNonNull(it.pom()).dependencies().stream())
                        .anyMatch(it -> it.artifactId().equals(unit.name())
                                && !it.scope().equals("test"));
    }
}
