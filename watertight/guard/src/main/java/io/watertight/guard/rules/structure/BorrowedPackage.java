package io.watertight.guard.rules.structure;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeUnit.Role;
import io.watertight.guard.rules.Findings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A class in a borrowed package sees what is package-private there, and javac has nothing against it. */
final class BorrowedPackage {

    private BorrowedPackage() {}

    static void examine(CodeBase code, Findings findings) {
        for (CodeType type : code.types()) {
            findings.examined(type);
            String fault = type.java().isTopLevelClass() ? fault(code, type) : null;
            if (fault != null) {
                findings.add(
                        findings.at(type),
                        type.packageName(),
                        "%s, compiled in '%s', says to be in package %s, which is %s."
                                .formatted(type.simpleName(), type.unit().name(), type.packageName(), fault),
                        "In the package of another module everything package-private can be named, and outside of the"
                                + " modules' packages nobody knows what a class may do.",
                        type.unit().role() == Role.STRANGER
                                ? "Remove the jar, or ask for a version that keeps to its own packages."
                                : "Move it to the package of the module that it belongs to.");
            }
        }
    }

    private static @Nullable String fault(CodeBase code, CodeType type) {
        AppModule home = type.home();
        Role role = type.unit().role();
        if (role == Role.STRANGER || (role == Role.TECHNICAL && code.isInBasePackage(type.packageName()))) {
            return "the application's";
        }
        if (!code.isOneUnitPerModule() || role == Role.TECHNICAL) {
            return null;
        }
        if (home != null && !home.equals(type.owner())) {
            return "the package of another module";
        }
        Optional<AppModule> only = Optional.ofNullable(type.owner());
        if (home == null && only.isPresent()) {
            return "of no module";
        }
        boolean application = role == Role.APPLICATION
                && home == null
                && !code.isInBasePackage(type.packageName())
                && !type.packageName().equals(code.basePackage());
        return application ? "not the application's" : null;
    }
}
