package io.watertight.guard.proof;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of a fixture.
 *
 * @param verdicts {@code no} where a guard let it pass, {@code -} where it was not asked, otherwise what stopped it
 * @param messages what the guards said, in full
 */
record Outcome(Map<Stopper, String> verdicts, List<String> messages) {

    static final String PASSED = "no";
    static final String NOT_ASKED = "-";

    Outcome {
        verdicts = new EnumMap<>(verdicts);
        messages = List.copyOf(messages);
    }

    String verdictText() {
        return verdicts.entrySet().stream()
                .map(it -> "%s: %s".formatted(it.getKey().title(), it.getValue()))
                .collect(Collectors.joining("\n"));
    }

    String messageText() {
        return String.join("\n\n", messages);
    }

    /** Whether javac, Modulith, the guard or the database says no. */
    boolean isStopped() {
        return verdicts.entrySet().stream()
                .filter(it -> it.getKey() != Stopper.NAIVE_RULE)
                .anyMatch(it -> !it.getValue().equals(PASSED) && !it.getValue().equals(NOT_ASKED));
    }
}
