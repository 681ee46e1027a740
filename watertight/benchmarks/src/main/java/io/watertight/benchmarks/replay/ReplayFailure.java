package io.watertight.benchmarks.replay;

/** Ends the run with one sentence for the user and an exit code. */
final class ReplayFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    private ReplayFailure(ExitCode exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    static ReplayFailure usage(String sentence) {
        return new ReplayFailure(ExitCode.USAGE, sentence);
    }

    static ReplayFailure unreachable(String sentence) {
        return new ReplayFailure(ExitCode.UNREACHABLE, sentence);
    }

    static ReplayFailure mismatch(String sentence) {
        return new ReplayFailure(ExitCode.MISMATCH, sentence);
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
