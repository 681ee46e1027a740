package io.watertight.boundary.data;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Keeps some connections for those who only read, however many writers wait for locks, and some for listeners, which have a limit of
 * their own. A transaction inside of another one needs no place: its thread has one already.
 */
public class BulkheadTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private static final ThreadLocal<@Nullable Object> PLACED = new ThreadLocal<>();
    private static final ScopedValue<Boolean> LIMITED_ELSEWHERE = ScopedValue.newInstance();

    private final transient Bulkhead writers;
    private final transient Bulkhead all;

    /**
     * @param connections how many there are for requests and jobs
     */
    BulkheadTransactionManager(DataSource dataSource, int connections) {
        super(dataSource);
        this.all = new Bulkhead(Math.max(1, connections));
        this.writers = new Bulkhead(Math.max(1, connections * 3 / 4));
    }

    /** Runs work whose transactions are limited already, by the number of its threads. */
    public static void runLimitedElsewhere(Runnable work) {
        ScopedValue.where(LIMITED_ELSEWHERE, true).run(work);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (PLACED.get() != null || LIMITED_ELSEWHERE.isBound()) {
            super.doBegin(transaction, definition);
            return;
        }
        Place place = Place.in(definition.isReadOnly() ? List.of(all) : List.of(writers, all), transaction);
        PLACED.set(place);
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException | Error e) {
            giveBack(place);
            throw e;
        }
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        if (PLACED.get() instanceof Place place && place.isOf(status.getTransaction())) {
            place.succeeded = true;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            if (PLACED.get() instanceof Place place && place.isOf(transaction)) {
                giveBack(place);
            }
        }
    }

    private static void giveBack(Place place) {
        PLACED.remove();
        place.leave();
    }

    /** What a transaction has entered. */
    private static final class Place {

        private final Object transaction;
        private final List<Entry> entries = new ArrayList<>(2);
        private boolean succeeded;

        private Place(Object transaction) {
            this.transaction = transaction;
        }

        static Place in(List<Bulkhead> bulkheads, Object transaction) {
            Place place = new Place(transaction);
            try {
                bulkheads.forEach(it -> place.entries.add(new Entry(it, it.enter())));
            } catch (BulkheadFullException e) {
                place.leave();
                throw e;
            }
            return place;
        }

        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Object other) {
            return transaction == other;
        }

        void leave() {
            entries.reversed().forEach(it -> it.bulkhead().leave(it.entered(), succeeded));
        }
    }

    private record Entry(Bulkhead bulkhead, long entered) {}
}
