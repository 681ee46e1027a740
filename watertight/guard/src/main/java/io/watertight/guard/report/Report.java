package io.watertight.guard.report;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.rules.Finding;
import java.util.List;

/** What all rules found in one application. */
public record Report(CodeBase code, List<RuleResult> results) {

    public Report {
        results = List.copyOf(results);
    }

    /** Everything that is wrong, in the order of where it is. */
    public List<Finding> findings() {
        return results.stream().flatMap(it -> it.findings().stream()).sorted().toList();
    }

    /** What fails the build. */
    public List<Finding> failures() {
        return results.stream()
                .filter(RuleResult::fails)
                .flatMap(it -> it.findings().stream())
                .sorted()
                .toList();
    }

    public List<Finding> warnings() {
        return results.stream()
                .filter(it -> !it.fails())
                .flatMap(it -> it.findings().stream())
                .sorted()
                .toList();
    }
}
