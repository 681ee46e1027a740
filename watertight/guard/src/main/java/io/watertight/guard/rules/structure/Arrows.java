package io.watertight.guard.rules.structure;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Mention;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.CodeUnit.Role;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Follows every name in the constant pools, also where Spring Modulith sees none. */
final class Arrows implements Rule {

    @Override
    public String id() {
        return "arrows";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.STRUCTURE;
    }

    @Override
    public String promise() {
        return "modules use only modules that they declare, and nothing uses the application or the platform";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        for (CodeClass user : code.classes()) {
            if (user.isDescriptor()) {
                continue;
            }
            findings.examined(user);
            Map<CodeClass, Lines> wrong = new LinkedHashMap<>();
            for (Mention mention : user.facts().mentions()) {
                code.find(mention.type())
                        .filter(it -> objection(code, user, it) != null)
                        .ifPresent(it -> wrong.computeIfAbsent(it, _ -> new Lines())
                                .add(mention.place().line()));
            }
            wrong.forEach((used, lines) -> {
                Objection objection = Objects.requireNonNull(objection(code, user, used));
                findings.violation(
                        code.where(user, lines.first()),
                        "%s of %s uses %s of %s%s."
                                .formatted(
                                        user.simpleName(),
                                        code.roomOf(user),
                                        used.simpleName(),
                                        code.roomOf(used),
                                        lines.others()),
                        objection.why(),
                        objection.instead());
            });
        }
    }

    private static @Nullable Objection objection(Codebase code, CodeClass user, CodeClass used) {
        if (user.unit().equals(used.unit()) && Objects.equals(user.actor(), used.actor())) {
            return null;
        }
        DomainModule from = user.actor();
        DomainModule to = used.actor();
        if (used.unit().role() == Role.TECHNICAL) {
            return user.unit().role() == Role.TECHNICAL
                    ? null
                    : new Objection(
                            "Everybody needs the platform at run time, and nobody knows it: it can be replaced.",
                            "Use what Spring offers; if the type is for everybody, it belongs to the shared kernel.");
        }
        if (user.unit().role() == Role.TECHNICAL) {
            return (to != null && !to.shared())
                            || (used.unit().role() == Role.APPLICATION && isInTheApplication(user, code))
                    ? new Objection(
                            "What is technical knows no business, so that every module can rely on it.",
                            "Let the module bring a bean for it, or move the class into the module.")
                    : null;
        }
        if (to == null) {
            return used.unit().role() == Role.APPLICATION && from != null
                    ? new Objection(
                            "The application knows the modules; a module that knows the application cannot be moved or tested alone.",
                            "Move what is needed into the module, or into the shared kernel if it is a value type.")
                    : null;
        }
        if (from == null || from.mayUse(to)) {
            return null;
        }
        if (from.shared()) {
            return new Objection(
                    "The shared kernel is what every module stands on, so it knows none.",
                    "Move the type that needs module '%s' into a module.".formatted(to.name()));
        }
        return new Objection(
                "Module '%s' declares: %s.".formatted(from.name(), from.allowedDependencies()),
                """
                If '%s' is to ask '%s', add "%s" to allowedDependencies in its package-info.java and the dependency to its \
                POM. If it is the other way round, let '%s' publish an event and '%s' listen.""".formatted(from.name(), to.name(), to.name(), from.name(), to.name()));
    }

    /** Tools and tests of the architecture name the main class; the platform runs within the application. */
    private static boolean isInTheApplication(CodeClass user, Codebase code) {
        return code.units().stream()
                .filter(it -> it.role() == Role.APPLICATION && it.pom() != null)
                .flatMap(it -> Objects.requireNonNull(it.pom()).dependencies().stream())
                .anyMatch(it -> it.artifactId().equals(user.unit().name())
                        && !it.scope().equals("test"));
    }

    private record Objection(String why, String instead) {}
}
