package io.watertight.proof.bells;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Rings bells, and hears them by an event listener that fails to order. */
@Component
public class Bells {

    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Map<String, List<Instant>> heard = new ConcurrentHashMap<>();
    private final Map<String, Integer> faults = new ConcurrentHashMap<>();
    private final Map<String, RuntimeException> reasons = new ConcurrentHashMap<>();
    private volatile CountDownLatch door = new CountDownLatch(0);

    Bells(ApplicationEventPublisher events, TransactionOperations transactions) {
        this.events = events;
        this.transactions = transactions;
    }

    /** Publishes the event, whose listener will fail this number of times. */
    public void ring(String bell, int failures) {
        ring(bell, failures, new IllegalStateException("The bell has no clapper"));
    }

    /** Publishes the event, whose listener will fail like this. */
    public void ring(String bell, int failures, RuntimeException fault) {
        faults.put(bell, failures);
        reasons.put(bell, fault);
        transactions.executeWithoutResult(_ -> events.publishEvent(new Rung(bell)));
    }

    /** Has the listener wait until {@link #open}. */
    public void close() {
        door = new CountDownLatch(1);
    }

    public void open() {
        door.countDown();
    }

    /** Lets the listener succeed from now on. */
    public void mend(String bell) {
        faults.put(bell, 0);
    }

    /** When the listener was given the event, in order, failed or not. */
    public List<Instant> heard(String bell) {
        return List.copyOf(heard.getOrDefault(bell, List.of()));
    }

    @ApplicationModuleListener(id = "bells.hear")
    void hear(Rung event) throws InterruptedException {
        door.await();
        heard.computeIfAbsent(event.bell(), _ -> new CopyOnWriteArrayList<>()).add(Instant.now());
        if (faults.merge(event.bell(), -1, Integer::sum) >= 0) {
            throw reasons.getOrDefault(event.bell(), new IllegalStateException("The bell is unknown"));
        }
    }
}
