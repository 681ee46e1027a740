package io.watertight.benchmarks.replay;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks all running work to stop: what has started is finished, nothing new is started. */
final class StopSignal {

    private final CountDownLatch requested = new CountDownLatch(1);

    void request() {
        requested.countDown();
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** @throws StoppedException if a stop was requested */
    void check() {
        if (isRequested()) {
            throw new StoppedException();
        }
    }

    /** Waits, but not after a stop was requested; returns whether it was. */
    boolean await(Duration duration) {
        try {
            return requested.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
