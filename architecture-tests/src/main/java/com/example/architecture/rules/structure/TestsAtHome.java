package com.example.architecture.rules.structure;

import com.example.architecture.RuleGroup;
import com.example.architecture.codebase.ClassFacts.Mention;
import com.example.architecture.codebase.CodeClass;
import com.example.architecture.codebase.CodeUnit.Role;
import com.example.architecture.codebase.Codebase;
import com.example.architecture.codebase.DomainModule;
import com.example.architecture.rules.Findings;
import com.example.architecture.rules.Lines;
import com.example.architecture.rules.OwnerAdvice;
import com.example.architecture.rules.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A test that prepares another module's tables freezes them as much as production code would. */
final class TestsAtHome implements Rule {

    @Override
    public String id() {
        return "tests-at-home";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.STRUCTURE;
    }

    @Override
    public String promise() {
        return "tests know the inside of their own module only";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        for (CodeClass test : code.tests()) {
            if (test.unit().role() == Role.TECHNICAL || test.isDescriptor()) {
                continue;
            }
            findings.examined(test);
            Map<CodeClass, Lines> foreign = new LinkedHashMap<>();
            for (Mention mention : test.facts().mentions()) {
                code.find(mention.type())
                        .filter(it -> isForeign(code, test, it))
                        .ifPresent(it -> foreign.computeIfAbsent(it, _ -> new Lines())
                                .add(mention.place().line()));
            }
            foreign.forEach((used, lines) -> {
                DomainModule owner = Objects.requireNonNull(used.actor());
                findings.violation(
                        code.where(test, lines.first()),
                        "Test %s of %s names %s, which is internal to module '%s'%s."
                                .formatted(
                                        test.simpleName(),
                                        code.roomOf(test),
                                        used.simpleName(),
                                        owner.name(),
                                        lines.others()),
                        "A test that reaches into another module breaks whenever that module changes, and shows others how to.",
                        OwnerAdvice.ask(code, owner, used.simpleName()));
            });
        }
    }

    private static boolean isForeign(Codebase code, CodeClass test, CodeClass used) {
        DomainModule owner = used.actor();
        boolean own = owner != null && owner.equals(test.actor());
        return owner != null && !own && !code.isExported(used);
    }
}
