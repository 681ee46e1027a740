package com.example.architecture.rules;

import com.example.architecture.RuleGroup;
import com.example.architecture.codebase.ClassFacts.Mention;
import com.example.architecture.codebase.CodeClass;
import com.example.architecture.codebase.Codebase;
import com.example.architecture.codebase.DomainModule;

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
            user.facts().mentions().forEach(mention -> examine(code, user, mention, findings));
        });
    }

    private static void examine(Codebase code, CodeClass user, Mention mention, Findings findings) {
        CodeClass used = code.find(mention.type()).orElse(null);
        if (used == null || used.equals(user) || code.isExported(used)) {
            return;
        }
        DomainModule owner = used.actor();
        if (owner == null || owner.equals(user.actor())) {
            return;
        }
        String kind = code.persistence().isEntity(used.name())
                ? "the entity"
                : code.persistence().repositories().contains(used) ? "the repository" : "the internal type";
        findings.violation(
                code.where(user, mention.place().line()),
                "%s of %s names %s %s of module '%s'."
                        .formatted(user.simpleName(), code.roomOf(user), kind, used.simpleName(), owner.name()),
                "What is not exported is nobody else's: it can be saved, and it changes without notice.",
                OwnerAdvice.ask(code, owner, used.simpleName()));
    }
}
