package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeUnit.Role;
import io.watertight.guard.code.References.Use;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Follows every name, also in casts and patterns, where Spring Modulith sees none. */
final class UndeclaredDependency {

    private static final String POM = " and the dependency to its POM";

    void examine(CodeBase code, CodeType user, Findings findings) {
        Map<String, String> instead = new LinkedHashMap<>();
        Map<String, Lines> used = new LinkedHashMap<>();
        for (Use use : user.uses()) {
            CodeType found = code.find(use.type()).orElse(null);
            String advice = found == null ? null : objection(code, user, found);
            if (found != null && advice != null) {
                instead.putIfAbsent(found.place(), advice);
                Lines.of(used, found.place()).add(found.simpleName(), use.member(), use.line());
            }
        }
        used.forEach((place, lines) -> findings.add(
                user,
                lines,
                "%s uses %s of %s%s.".formatted(user.inWords(), lines.things(), place, lines.others()),
                instead.getOrDefault(place, "")));
    }

    /** What to do about it; null if nothing is wrong. */
    private static @Nullable String objection(CodeBase code, CodeType user, CodeType used) {
        AppModule from = user.owner();
        AppModule to = used.owner();
        Role role = user.unit().role();
        if (used.unit().role() == Role.TECHNICAL
                || (Objects.equals(from, to)
                        && user.unit().name().equals(used.unit().name()))) {
            return null;
        }
        if (role == Role.TECHNICAL) {
            return to == null || to.shared()
                    ? null
                    : "Technical code must not depend on a module: let the module declare a bean for it, or move the class into the module.";
        }
        if (to == null) {
            return used.unit().role() == Role.APPLICATION && from != null
                    ? "A module that knows the application cannot be moved or tested alone: move what is needed into the module, or into a shared module if it is a value type."
                    : null;
        }
        if (from == null || user.isRemoteInterface() || (from.mayUse(to) && !(from.shared() && !to.shared()))) {
            return null;
        }
        return from.shared()
                ? "Shared code must not depend on a module: move the type that needs module '%s' from '%s' into a module."
                        .formatted(to.name(), from.name())
                : "'%1$s' declares %3$s. If it needs '%2$s', add \"%2$s\" to allowedDependencies in its package-info.java%4$s. If it is the other way round, let '%1$s' publish an event and '%2$s' listen."
                        .formatted(from.name(), to.name(), from.allowed(), code.isOneUnitPerModule() ? POM : "");
    }
}
