package io.watertight.benchmarks.replay;

/** The shop's response does not fit the plan, and a retry would not change it. */
final class RefusedException extends RuntimeException {

    private final String kind;
    private final String detail;

    /** @param kind what such answers are counted under */
    RefusedException(String kind, String detail) {
        super(detail.isEmpty() ? kind : kind + ": " + detail);
        this.kind = kind;
        this.detail = detail;
    }

    String kind() {
        return kind;
    }

    String detail() {
        return detail;
    }
}
