package io.watertight.guard.rules.data;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Mention;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.OwnerAdvice;
import io.watertight.guard.rules.Rule;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Looks into the constant pool, where casts, type patterns, lambdas and generics leave a name too; javac refuses most of
 * this already, unless a type was made public or a package name borrowed.
 */
final class ForeignTypes implements Rule {

    @Override
    public String id() {
        return "foreign-types";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.DATA;
    }

    @Override
    public String promise() {
        return "nobody names a type that another module does not export";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        code.classes().stream().filter(it -> !it.isDescriptor()).forEach(user -> {
            findings.examined(user);
            Map<CodeClass, Lines> foreign = new LinkedHashMap<>();
            for (Mention mention : user.facts().mentions()) {
                code.find(mention.type())
                        .filter(it -> isForeign(code, user, it))
                        .ifPresent(it -> foreign.computeIfAbsent(it, _ -> new Lines())
                                .add(Places.lineOf(user, mention.place())));
            }
            foreign.forEach((used, lines) -> report(code, user, used, lines, findings));
        });
    }

    private static boolean isForeign(Codebase code, CodeClass user, CodeClass used) {
        DomainModule owner = used.actor();
        return owner != null && !owner.equals(user.actor()) && !code.isExported(used);
    }

    private static void report(Codebase code, CodeClass user, CodeClass used, Lines lines, Findings findings) {
        DomainModule owner = java.util.Objects.requireNonNull(used.actor());
        String kind = code.persistence().isEntity(used.name())
                ? "the entity"
                : code.persistence().repositories().contains(used) ? "the repository" : "the internal type";
        findings.violation(
                Places.of(code, user, lines),
                "%s of %s names %s %s of module '%s'%s."
                        .formatted(
                                user.simpleName(),
                                code.roomOf(user),
                                kind,
                                used.simpleName(),
                                owner.name(),
                                lines.others()),
                "What is not exported is nobody else's: it can be saved, and it changes without notice.",
                OwnerAdvice.ask(code, owner, used.simpleName()));
    }
}
