package io.watertight.guard;

import io.watertight.guard.rules.Violation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one rule found.
 *
 * @param rule its id
 * @param promise what it holds
 * @param subjects what it has looked at
 * @param violations without those that an exception allows
 */
public record RuleResult(String rule, String promise, List<String> subjects, List<Violation> violations) {

    public RuleResult {
        subjects = List.copyOf(subjects);
        violations = List.copyOf(violations);
    }

    /** How it stands. */
    public enum Status {
        HELD,
        BROKEN,
        /** There was nothing to look at, so nothing is known. */
        NOT_APPLICABLE
    }

    public Status status() {
        if (!violations.isEmpty()) {
            return Status.BROKEN;
        }
        return subjects.isEmpty() ? Status.NOT_APPLICABLE : Status.HELD;
    }

    String title() {
        return "%s: %s".formatted(rule, promise);
    }

    String message() {
        return violations.stream()
                .map(Violation::message)
                .collect(Collectors.joining(
                        "%n%n".formatted(),
                        "%s%n%n".formatted(title()),
                        "%n%nAn exception is recorded in %s: rule, where (the file), reason, owner, expires."
                                .formatted(ExceptionFile.NAME)));
    }
}
