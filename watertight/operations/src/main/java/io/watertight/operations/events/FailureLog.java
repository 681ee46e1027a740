package io.watertight.operations.events;

import io.watertight.boundary.ModuleEntrance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the last reason of each failure, in a transaction of its own and never at the listener's cost. */
class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final int LONGEST_MESSAGE = 2_000;

    private final JdbcClient jdbc;
    private final EventSerializer serializer;
    private final TransactionTemplate transaction;

    FailureLog(JdbcClient jdbc, EventSerializer serializer, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The registry itself knows a publication by its listener and its event; what is the same twice failed twice. */
    void record(String listener, Object event, Throwable failure) {
        try {
            ModuleEntrance.outside(() -> transaction.execute(_ -> store(listener, event, failure)));
        } catch (Throwable e) {
            LOG.warn("Why the listener {} failed could not be stored; it was: {}", listener, failure.toString(), e);
        }
    }

    private int store(String listener, Object event, Throwable failure) {
        return jdbc.sql("""
                        insert into events.failure (publication_id, at, exception, message)
                        select id, clock_timestamp(), :exception, :message
                          from events.event_publication
                         where serialized_event = :event and listener_id = :listener and completion_date is null
                        on conflict (publication_id) do update
                           set at = excluded.at, exception = excluded.exception, message = excluded.message""")
                .param("exception", failure.getClass().getName())
                .param("message", shortened(failure.getMessage()))
                .param("event", serializer.serialize(event).toString())
                .param("listener", listener)
                .update();
    }

    private static @Nullable String shortened(@Nullable String message) {
        if (message == null) {
            return null;
        }
        String storable = message.replace("\0", "");
        return storable.substring(
                0,
                storable.offsetByCodePoints(
                        0, Math.min(LONGEST_MESSAGE, storable.codePointCount(0, storable.length()))));
    }
}
