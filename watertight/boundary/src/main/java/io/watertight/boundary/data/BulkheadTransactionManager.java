package io.watertight.boundary.data;

import io.watertight.api.StaleReads;
import io.watertight.boundary.data.Bulkhead.BulkheadFullException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Reserves some connections for reading, however many writers wait for locks, and some for listeners, which have their own
 * limit. A nested transaction needs no permit: its thread already has one. Only a transaction with a permit of its own may read stale
 * data, so nothing within a command or a listener does.
 */
public class BulkheadTransactionManager extends JdbcTransactionManager {

    private static final ThreadLocal<@Nullable Object> PLACED = new ThreadLocal<>();
    private static final ScopedValue<Boolean> LIMITED_ELSEWHERE = ScopedValue.newInstance();

    private final transient Bulkhead writers;
    private final transient Bulkhead all;

    /**
     * @param connections the number of connections for requests and jobs, at least two
     */
    BulkheadTransactionManager(DataSource dataSource, int connections) {
        super(dataSource);
        this.all = new Bulkhead(connections);
        this.writers = new Bulkhead(connections * 3 / 4);
    }

    /** Runs work whose transactions are already limited by its number of threads. */
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
            if (definition.isReadOnly() && StaleReads.areAllowed()) {
                ReadReplicaDataSource.beginStale(() -> super.doBegin(transaction, definition));
            } else {
                super.doBegin(transaction, definition);
            }
        } catch (RuntimeException | Error e) {
            giveBack(place, true);
            throw e;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            if (PLACED.get() instanceof Place place && place.isOf(transaction)) {
                giveBack(place, false);
            }
        }
    }

    private static void giveBack(Place place, boolean vainly) {
        PLACED.remove();
        place.leave(vainly);
    }

    /** The bulkheads that a transaction has entered. */
    private record Place(Object transaction, List<Bulkhead> entered) {

        static Place in(List<Bulkhead> bulkheads, Object transaction) {
            Place place = new Place(transaction, new ArrayList<>(2));
            try {
                for (Bulkhead bulkhead : bulkheads) {
                    bulkhead.enter();
                    place.entered.add(bulkhead);
                }
            } catch (BulkheadFullException e) {
                place.leave(true);
                throw e;
            }
            return place;
        }

        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Object other) {
            return transaction == other;
        }

        void leave(boolean vainly) {
            entered.reversed().forEach(it -> it.leave(vainly));
        }
    }
}
