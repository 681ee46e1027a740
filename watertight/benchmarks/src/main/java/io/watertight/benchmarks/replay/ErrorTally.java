package io.watertight.benchmarks.replay;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** Errors by kind: requests that were retried, and requests that failed for good. */
final class ErrorTally {

    /**
     * @param kind for instance {@code connection refused} or {@code HTTP 409 Insufficient stock}
     * @param example the first detail seen, or empty
     */
    record Kind(String kind, long retried, long failed, String example) {

        String failures() {
            return English.format(
                    "%,d requests failed: %s%s.",
                    failed, kind, example.isEmpty() ? "" : " (for example: " + example + ")");
        }

        private Kind plus(Kind other) {
            return new Kind(
                    kind, retried + other.retried, failed + other.failed, example.isEmpty() ? other.example : example);
        }
    }

    private final ConcurrentSkipListMap<String, Kind> kinds = new ConcurrentSkipListMap<>();

    void retried(String kind) {
        kinds.merge(kind, new Kind(kind, 1, 0, ""), Kind::plus);
    }

    void failed(String kind, String example) {
        kinds.merge(kind, new Kind(kind, 0, 1, example), Kind::plus);
    }

    /** One sentence for each kind that failed for good. */
    static List<String> failures(List<Kind> kinds) {
        return kinds.stream()
                .filter(kind -> kind.failed() > 0)
                .map(Kind::failures)
                .toList();
    }

    List<Kind> kinds() {
        return List.copyOf(kinds.values());
    }
}
