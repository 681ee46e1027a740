package io.watertight.benchmarks.replay;

/** The shop gave an answer that the plan has no use for; asking again would not change it. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

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
