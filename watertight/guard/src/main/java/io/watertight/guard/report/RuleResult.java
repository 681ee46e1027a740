package io.watertight.guard.report;

import io.watertight.guard.rules.Finding;
import io.watertight.guard.rules.Rule;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one rule found.
 *
 * @param subjects what it has looked at
 * @param findings without those that are excepted or in the baseline
 * @param fails whether a finding fails the build
 */
public record RuleResult(Rule rule, List<String> subjects, List<Finding> findings, boolean fails) {

    /** The same with other findings; a crash fails whatever the level is. */
    public RuleResult with(List<Finding> others) {
        return new RuleResult(rule, subjects, others, fails);
    }

    public String title() {
        return "%s: %s".formatted(rule.id(), rule.page().holds());
    }

    public String verdict() {
        return !findings.isEmpty() ? (fails ? "failed" : "warning") : subjects.isEmpty() ? "not applicable" : "passed";
    }

    public String message() {
        String exception = ExceptionFile.allowsNone(rule)
                ? ""
                : "%n%nTo allow the first of them for a while, add to %s:%n%s"
                        .formatted(ExceptionFile.NAME, ExceptionFile.entryFor(findings.getFirst()));
        return findings.stream()
                .map(Finding::message)
                .collect(Collectors.joining("%n%n".formatted(), "%s%n%n".formatted(title()), exception));
    }
}
