package io.watertight.boundary.data;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets so many in at once. Whoever comes later waits as long as those inside get on, and is sent away where they do not: a
 * crowd is served to the last, and one row that is locked keeps nobody waiting for long.
 */
class Bulkhead {

    private static final long GLANCE_MILLIS = 300;
    private static final int GLANCES_IN_VAIN = 2;
    private static final int MOST_GLANCES = 66;

    private final Semaphore places;

    /** Counted and not timed, so that a pause of the whole machine is not taken for a standstill in here. */
    private final AtomicLong progress = new AtomicLong();

    Bulkhead(int places) {
        this.places = new Semaphore(places, true);
    }

    /**
     * {@return when it was entered, to be given to {@link #leave}}
     *
     * @throws BulkheadFullException if nothing gets on inside
     */
    long enter() {
        if (!places.tryAcquire()) {
            await();
        }
        return System.nanoTime();
    }

    /**
     * @param succeeded whether what was done inside shows that things get on; who was quick shows it as well, and only who has
     *     waited in vain does not
     */
    void leave(long entered, boolean succeeded) {
        if (succeeded || System.nanoTime() - entered < TimeUnit.MILLISECONDS.toNanos(GLANCE_MILLIS)) {
            progress.incrementAndGet();
        }
        places.release();
    }

    private void await() {
        long seen = progress.get();
        int inVain = 0;
        try {
            for (int glance = 0; !places.tryAcquire(GLANCE_MILLIS, TimeUnit.MILLISECONDS); glance++) {
                inVain = progress.get() == seen ? inVain + 1 : 0;
                seen = progress.get();
                if (inVain == GLANCES_IN_VAIN || glance == MOST_GLANCES) {
                    throw new BulkheadFullException();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BulkheadFullException();
        }
    }
}
