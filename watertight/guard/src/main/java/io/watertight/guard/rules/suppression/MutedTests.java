package io.watertight.guard.rules.suppression;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.util.Set;

/** Tests of the architecture that are there, and do not run or do not count. */
final class MutedTests implements Rule {

    private static final String IGNORE = "com.tngtech.archunit.junit.ArchIgnore";
    private static final String FREEZING = "com.tngtech.archunit.library.freeze.FreezingArchRule";
    private static final String MODULES = "org.springframework.modulith.core.ApplicationModules";
    private static final String SUITE = "io.watertight.guard.ArchitectureSuite";
    private static final String DISABLED = "org.junit.jupiter.api.Disabled";
    private static final String CONDITIONS = "org.junit.jupiter.api.condition.";
    private static final Set<String> SPRING_CONDITIONS = Set.of(
            "org.springframework.test.context.junit.jupiter.DisabledIf",
            "org.springframework.test.context.junit.jupiter.EnabledIf",
            "org.springframework.test.context.junit.jupiter.DisabledInAotMode");
    private static final Set<String> ASSUMPTIONS =
            Set.of("org.junit.jupiter.api.Assumptions", "org.assertj.core.api.Assumptions");
    private static final Set<String> FILTERS = Set.of("org.junit.jupiter.api.Tag", "org.junit.jupiter.api.Tags");

    @Override
    public String id() {
        return "no-muted-tests";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.SUPPRESSION;
    }

    @Override
    public String promise() {
        return "tests of the architecture run, always and in full";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        for (CodeClass test : code.tests()) {
            findings.examined(test);
            boolean ofArchitecture = test.facts().mentions().stream()
                    .anyMatch(it -> it.type().equals(MODULES) || it.type().equals(SUITE));
            for (Note note : test.facts().notes()) {
                boolean mutes = note.type().equals(IGNORE)
                        || (ofArchitecture
                                && (note.type().equals(DISABLED)
                                        || note.type().startsWith(CONDITIONS)
                                        || SPRING_CONDITIONS.contains(note.type())
                                        || FILTERS.contains(note.type())));
                if (mutes) {
                    report(
                            code,
                            test,
                            "@" + note.type().replaceFirst(".*\\.", ""),
                            note.place().line(),
                            findings);
                }
            }
            test.facts().calls().stream()
                    .filter(it -> ofArchitecture && ASSUMPTIONS.contains(it.owner()))
                    .findFirst()
                    .ifPresent(
                            it -> report(code, test, "Assumptions", it.place().line(), findings));
            test.facts().calls().stream()
                    .filter(it -> it.owner().equals(FREEZING))
                    .findFirst()
                    .ifPresent(it ->
                            report(code, test, "FreezingArchRule", it.place().line(), findings));
        }
    }

    private static void report(Codebase code, CodeClass test, String what, int line, Findings findings) {
        findings.violation(
                code.where(test, Math.max(line, 1)),
                "%s uses %s.".formatted(test.simpleName(), what),
                "A rule that is skipped or frozen is green whatever happens.",
                "Remove it. What has to be allowed for a while is an entry in architecture-exceptions.yml, with a reason and an end.");
    }
}
