package io.watertight.guard.rules.structure;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Mention;
import io.watertight.guard.codebase.ClassFacts.Text;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.CodeUnit.Role;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.OwnerAdvice;
import io.watertight.guard.rules.Rule;
import io.watertight.guard.sql.SqlName;
import io.watertight.guard.sql.SqlReader;
import io.watertight.guard.sql.SqlShape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A test that prepares another module's tables freezes them as much as production code would. */
final class TestsAtHome implements Rule {

    private static final String WHY =
            "A test that reaches into another module breaks whenever that module changes, and shows others how to.";

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
            examineSql(code, test, findings);
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
                        WHY,
                        OwnerAdvice.ask(code, owner, used.simpleName()));
            });
        }
    }

    /** Tests of the application look at all modules at once; those of a module prepare and look at its own tables. */
    private static void examineSql(Codebase code, CodeClass test, Findings findings) {
        if (test.unit().role() != Role.MODULE) {
            return;
        }
        Map<SqlName, Lines> foreign = new LinkedHashMap<>();
        for (Text text : test.facts().texts()) {
            if (SqlShape.isStatement(text.value())) {
                SqlReader.read(text.value()).names().stream()
                        .filter(it -> ownerOf(code, it)
                                .filter(owner -> !owner.equals(test.actor()))
                                .isPresent())
                        .forEach(it -> foreign.computeIfAbsent(it, _ -> new Lines())
                                .add(text.place().line()));
            }
        }
        foreign.forEach((name, lines) -> {
            DomainModule owner = ownerOf(code, name).orElseThrow();
            findings.violation(
                    code.where(test, lines.first()),
                    "Test %s of %s sends SQL to %s, a table of module '%s'%s."
                            .formatted(
                                    test.simpleName(),
                                    code.roomOf(test),
                                    name.qualified(),
                                    owner.name(),
                                    lines.others()),
                    WHY,
                    OwnerAdvice.ask(code, owner, name.name()));
        });
    }

    private static Optional<DomainModule> ownerOf(Codebase code, SqlName name) {
        return Optional.ofNullable(name.schema())
                .flatMap(it -> code.migrations().ownerOf(it));
    }

    private static boolean isForeign(Codebase code, CodeClass test, CodeClass used) {
        DomainModule owner = used.actor();
        boolean own = owner != null && owner.equals(test.actor());
        return owner != null && !own && !code.isExported(used);
    }
}
