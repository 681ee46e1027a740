package io.watertight.benchmarks.replay;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When to retry a request: soon at first, then less and less often, until the patience ends. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final long deadline;
    private Duration wait = FIRST;

    Backoff(Duration patience) {
        deadline = System.nanoTime() + patience.toNanos();
    }

    boolean isExhausted() {
        return System.nanoTime() - deadline >= 0;
    }

    /**
     * The next wait: at least as long as the shop asked for, randomised so that clients do not retry at the same time, and not
     * beyond the patience.
     */
    Duration next(Duration atLeast) {
        Duration base = wait.compareTo(atLeast) > 0 ? wait : atLeast;
        Duration doubled = wait.multipliedBy(2);
        wait = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        Duration jittered = base.plusMillis(ThreadLocalRandom.current().nextLong(base.toMillis() / 2 + 1));
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        return jittered.compareTo(left) < 0 ? jittered : left;
    }
}
