package io.watertight.benchmarks.replay;

/** The run was asked to stop before this piece of work was done; the next run does it. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("stopped");
    }
}
