package io.watertight.guard.rules.structure;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.CodeUnit.Role;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;

/** A class in a borrowed package sees what is package-private there, and javac has nothing against it. */
final class PackagesAtHome implements Rule {

    private static final String WHY =
            "In the package of another module everything package-private can be named, and outside"
                    + " of the modules' packages nobody knows what a class may do.";

    @Override
    public String id() {
        return "packages-at-home";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.STRUCTURE;
    }

    @Override
    public String promise() {
        return "each package is filled by one module alone, and each module fills only its own";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        for (CodeClass type : code.classes()) {
            boolean stranger = type.unit().role() == Role.STRANGER
                    || (type.unit().role() == Role.TECHNICAL && code.isInBasePackage(type.packageName()));
            if (stranger) {
                findings.examined(type);
                report(code, type, "only the application's own Maven modules", findings);
            } else if (code.isOneUnitPerModule() && type.unit().role() != Role.TECHNICAL) {
                findings.examined(type);
                examine(code, type, findings);
            }
        }
    }

    private static void examine(Codebase code, CodeClass type, Findings findings) {
        String found = type.packageName();
        switch (type.unit().role()) {
            case MODULE -> {
                String base = code.basePackage() + "." + type.unit().name();
                if (!found.equals(base) && !found.equals(base + ".internal")) {
                    report(code, type, "%s and %s.internal".formatted(base, base), findings);
                }
            }
            case APPLICATION -> {
                boolean asModule = type.home() != null && type.home().unit().equals(type.unit());
                if (!found.equals(code.basePackage()) && !asModule) {
                    report(code, type, code.basePackage(), findings);
                }
            }
            case KERNEL -> {
                boolean shared = code.modules().stream()
                        .filter(DomainModule::shared)
                        .anyMatch(it -> it.unit().equals(type.unit()) && it.holds(found));
                if (!shared) {
                    report(code, type, "the package of the shared kernel", findings);
                }
            }
            default -> throw new IllegalStateException("Unexpected " + type.unit());
        }
    }

    private static void report(Codebase code, CodeClass type, String expected, Findings findings) {
        if (type.isAnonymous() || !type.isTopLevel()) {
            return;
        }
        findings.violation(
                code.where(type),
                "%s, compiled in '%s', says to be in package %s."
                        .formatted(type.simpleName(), type.unit().name(), type.packageName()),
                WHY,
                type.unit().role() == Role.STRANGER
                        ? "Remove the jar %s from the classpath."
                                .formatted(type.unit().name())
                        : "'%s' may fill %s. Move the class there, or to the module that it belongs to."
                                .formatted(type.unit().name(), expected));
    }
}
