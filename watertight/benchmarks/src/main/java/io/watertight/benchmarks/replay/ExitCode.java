package io.watertight.benchmarks.replay;

/** How a run ended, for scripts. */
enum ExitCode {
    /** Every number adds up. */
    OK(0),
    /** A number does not add up, or the shop refused what the plan needs. */
    MISMATCH(1),
    /** Wrong arguments, a missing file, a state file that belongs to something else. */
    USAGE(2),
    /** No shop at the address, or it stayed away longer than patience lasts. */
    UNREACHABLE(3),
    /** Stopped by Ctrl-C; the next run goes on. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
