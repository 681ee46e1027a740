package io.watertight.guard.rules.structure;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeType.Use;
import io.watertight.guard.code.CodeUnit;
import io.watertight.guard.code.CodeUnit.Role;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Follows every name, also in casts and patterns, where Spring Modulith sees none. */
final class UndeclaredDependency {

    private UndeclaredDependency() {}

    static void examine(CodeBase code, Findings findings) {
        for (CodeType user : code.types()) {
            findings.examined(user);
            Map<String, Wrong> wrong = new LinkedHashMap<>();
            for (Use use : user.uses()) {
                CodeType used = code.find(use.type()).orElse(null);
                Objection objection = used == null ? null : objection(code, user, used);
                if (used != null && objection != null) {
                    wrong.computeIfAbsent(used.place(), _ -> new Wrong(objection, new Lines()))
                            .lines()
                            .add(used.simpleName(), use.member(), use.line());
                }
            }
            wrong.forEach((place, it) -> findings.add(
                    findings.at(user, it.lines().member(), it.lines().first()),
                    it.lines(),
                    "%s uses %s of %s%s."
                            .formatted(
                                    user.inWords(),
                                    it.lines().things(),
                                    place,
                                    it.lines().others()),
                    it.objection().why(),
                    it.objection().instead()));
        }
        for (AppModule module : code.businessModules()) {
            findings.examined(module);
            if (module.allowed() != null) {
                module.allowed().stream()
                        .filter(it -> code.module(it).isEmpty())
                        .forEach(it -> findings.add(
                                MissingDeclaration.descriptor(code, module, findings),
                                it,
                                "Module '%s' may use '%s', which is no module.".formatted(module.name(), it),
                                "A name that means nothing today allows something else tomorrow.",
                                "Correct the name or remove it; there are: %s."
                                        .formatted(String.join(
                                                ", ",
                                                code.modules().stream()
                                                        .map(AppModule::name)
                                                        .toList()))));
            }
        }
    }

    private static @Nullable Objection objection(CodeBase code, CodeType user, CodeType used) {
        AppModule from = user.owner();
        AppModule to = used.owner();
        if (Objects.equals(from, to) && sameUnit(user.unit(), used.unit())) {
            return null;
        }
        Role role = user.unit().role();
        if (used.unit().role() == Role.TECHNICAL) {
            return null;
        }
        if (role == Role.TECHNICAL) {
            return to != null && !to.shared()
                    ? new Objection(
                            "What is technical knows no business, so that every module can rely on it.",
                            "Let the module bring a bean for it, or move the class into the module.")
                    : null;
        }
        if (to == null) {
            return used.unit().role() == Role.APPLICATION && from != null
                    ? new Objection(
                            "The application knows the modules; a module that knows the application cannot be moved or"
                                    + " tested alone.",
                            "Move what is needed into the module, or into a shared module if it is a value type.")
                    : null;
        }
        if (from == null || from.mayUse(to)) {
            return from != null && from.shared() && !to.shared() ? ofShared(from, to) : null;
        }
        return from.shared() ? ofShared(from, to) : undeclared(code, from, to);
    }

    private static boolean sameUnit(CodeUnit a, CodeUnit b) {
        return a.name().equals(b.name());
    }

    private static Objection ofShared(AppModule from, AppModule to) {
        return new Objection(
                "What is shared is what every module stands on, so it knows none.",
                "Move the type that needs module '%s' from '%s' into a module.".formatted(to.name(), from.name()));
    }

    private static Objection undeclared(CodeBase code, AppModule from, AppModule to) {
        return new Objection(
                "Module '%s' declares: %s.".formatted(from.name(), from.allowed()),
                "If '%s' is to ask '%s', add \"%s\" to allowedDependencies in its package-info.java%s. If it is the other way round, let '%s' publish an event and '%s' listen."
                        .formatted(
                                from.name(),
                                to.name(),
                                to.name(),
                                code.isOneUnitPerModule() ? " and the dependency to its POM" : "",
                                from.name(),
                                to.name()));
    }

    private record Objection(String why, String instead) {}

    private record Wrong(Objection objection, Lines lines) {}
}
