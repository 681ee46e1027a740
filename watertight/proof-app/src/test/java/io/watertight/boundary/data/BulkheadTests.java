package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.boundary.data.Bulkhead.BulkheadFullException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkheadTests {

    private static final int CROWD = 200;
    private static final Duration LONGER_THAN_A_STANDSTILL = Duration.ofSeconds(5);

    private final Bulkhead bulkhead = new Bulkhead(2);

    @Test
    void servesACrowdToTheLastWhileThingsGetOnAndNeverMoreAtOnceThanItHasPlaces() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> most = crowd.invokeAll(IntStream.range(0, CROWD)
                    .<Callable<Integer>>mapToObj(_ -> () -> {
                        bulkhead.enter();
                        int now = inside.incrementAndGet();
                        Thread.sleep(20);
                        inside.decrementAndGet();
                        bulkhead.leave(false);
                        return now;
                    })
                    .toList());
            for (Future<Integer> one : most) {
                assertThat(one.get()).isBetween(1, 2);
            }
        }
    }

    @Test
    void sendsAwayWhoComesWhileThoseInsideWaitInVain() {
        for (int place = 0; place < 2; place++) {
            bulkhead.enter();
            bulkhead.leave(true);
        }
        bulkhead.enter();
        bulkhead.enter();

        assertThatExceptionOfType(BulkheadFullException.class).isThrownBy(bulkhead::enter);
    }

    @Test
    void sendsAwayWhoComesWhileNobodyLeaves() {
        bulkhead.enter();
        bulkhead.enter();

        assertThatExceptionOfType(BulkheadFullException.class).isThrownBy(bulkhead::enter);
    }

    @Test
    void doesNotTakeForAStandstillThatVirtualThreadsWaitForTheProcessors() throws Exception {
        bulkhead.enter();
        bulkhead.enter();
        long end = System.nanoTime() + LONGER_THAN_A_STANDSTILL.toNanos();
        for (int processor = 0; processor < Runtime.getRuntime().availableProcessors(); processor++) {
            Thread.startVirtualThread(() -> {
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            });
        }
        Thread inside = Thread.startVirtualThread(() -> bulkhead.leave(false));

        bulkhead.enter();
        inside.join();
    }

    @Test
    void hasItsPlacesAgainWhenThoseInsideHaveLeft() {
        bulkhead.enter();
        bulkhead.enter();
        bulkhead.leave(true);
        bulkhead.leave(true);

        bulkhead.enter();
        bulkhead.enter();
    }
}
