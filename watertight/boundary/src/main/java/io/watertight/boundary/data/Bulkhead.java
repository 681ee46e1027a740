package io.watertight.boundary.data;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Limits concurrency. Later callers wait as long as the ones inside make progress, and are refused if they do not: a crowd is
 * served completely, however slow the machine, while one locked row makes nobody wait for long.
 */
class Bulkhead {

    private static final long GLANCE_MILLIS = 300;
    private static final int GLANCES_AT_A_STANDSTILL = 10;
    private static final int MOST_GLANCES = 66;

    private final int size;
    private final Semaphore places;

    /** The number of consecutive callers that waited in vain for a lock or a connection. */
    private final AtomicInteger inVain = new AtomicInteger();

    private final AtomicLong left = new AtomicLong();

    Bulkhead(int places) {
        this.size = places;
        this.places = new Semaphore(places, true);
    }

    void enter() {
        if (!places.tryAcquire()) {
            await();
        }
    }

    /**
     * @param vainly whether the caller has waited in vain for a lock or a connection; any other end counts as progress
     */
    void leave(boolean vainly) {
        inVain.updateAndGet(it -> vainly ? it + 1 : 0);
        left.incrementAndGet();
        places.release();
    }

    private void await() {
        long seen = left.get();
        int standstill = 0;
        try {
            for (int glance = 0; !places.tryAcquire(GLANCE_MILLIS, TimeUnit.MILLISECONDS); glance++) {
                // Whoever is inside may be a virtual thread that waits for its turn: it counts as a standstill only
                // after it had one.
                Thread.startVirtualThread(() -> {}).join();
                standstill = left.get() == seen ? standstill + 1 : 0;
                seen = left.get();
                if (inVain.get() >= size || standstill == GLANCES_AT_A_STANDSTILL || glance == MOST_GLANCES) {
                    throw new BulkheadFullException();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BulkheadFullException();
        }
    }

    /** Too many callers wait already, and none makes progress. */
    static class BulkheadFullException extends ConcurrencyFailureException {

        BulkheadFullException() {
            super("too many requests wait for the same data");
        }
    }
}
