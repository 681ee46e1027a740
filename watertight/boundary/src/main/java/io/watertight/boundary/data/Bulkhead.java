package io.watertight.boundary.data;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets so many in at once. Whoever comes later waits as long as those inside get on, and is sent away where they do not: a
 * crowd is served to the last, however slow the machine, and one row that is locked keeps nobody waiting for long.
 */
class Bulkhead {

    private static final long GLANCE_MILLIS = 300;
    private static final int GLANCES_AT_A_STANDSTILL = 10;
    private static final int MOST_GLANCES = 66;

    private final int size;
    private final Semaphore places;

    /** How many have left in succession who had waited in vain for a lock or a connection. */
    private final AtomicInteger inVain = new AtomicInteger();

    private final AtomicLong left = new AtomicLong();

    Bulkhead(int places) {
        this.size = places;
        this.places = new Semaphore(places, true);
    }

    /**
     * Waits for a place.
     *
     * @throws BulkheadFullException if nothing gets on inside
     */
    void enter() {
        if (!places.tryAcquire()) {
            await();
        }
    }

    /**
     * @param vainly whether who leaves has waited in vain for a lock or a connection; any other end shows that things get on
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
}
