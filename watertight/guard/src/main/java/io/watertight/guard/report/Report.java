package io.watertight.guard.report;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.rules.Finding;
import java.util.List;
import java.util.function.Predicate;

/** What all rules found in one application. */
public record Report(CodeBase code, List<RuleResult> results) {

    /** Everything that is wrong, in the order of where it is. */
    public List<Finding> findings() {
        return findings(_ -> true);
    }

    public List<Finding> failures() {
        return findings(RuleResult::fails);
    }

    public List<Finding> warnings() {
        return findings(it -> !it.fails());
    }

    private List<Finding> findings(Predicate<RuleResult> which) {
        return results.stream()
                .filter(which)
                .flatMap(it -> it.findings().stream())
                .sorted()
                .toList();
    }
}
