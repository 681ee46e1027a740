package io.watertight.benchmarks.replay;

/** The run was stopped before this work was done; the next run does it. */
final class StoppedException extends RuntimeException {

    StoppedException() {
        super("stopped");
    }
}
