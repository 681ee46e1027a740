package io.watertight.operations.events;

import io.watertight.boundary.ModuleBoundaryInterceptor;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores the last failure of each publication, in a separate transaction and without affecting the listener. */
class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private final JdbcClient jdbc;
    private final EventSerializer serializer;
    private final TransactionTemplate transaction;

    FailureLog(JdbcClient jdbc, EventSerializer serializer, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The registry identifies a publication by its listener and event; equal ones get the same failure. */
    void record(String listener, Object event, Throwable failure) {
        try {
            ModuleBoundaryInterceptor.outside(() -> transaction.execute(_ -> store(
                    failure,
                    jdbc.sql("""
                                    select id from events.event_publication
                                     where serialized_event = :event and listener_id = :listener and completion_date is null""")
                            .param("event", serializer.serialize(event).toString())
                            .param("listener", listener)
                            .query(UUID.class)
                            .list())));
        } catch (Throwable e) {
            LOG.warn("The failure of listener {} could not be stored: {}", listener, failure.toString(), e);
        }
    }

    /** Records why a publication could not be delivered. */
    void record(UUID publication, Throwable failure) {
        store(failure, List.of(publication));
    }

    private int store(Throwable failure, List<UUID> publications) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        return jdbc.sql("""
                        insert into events.failure (publication_id, at, exception, message)
                        select id, clock_timestamp(), :exception, left(:message, 2000) from unnest(cast(:ids as uuid[])) as failed (id)
                        on conflict (publication_id) do update
                           set at = excluded.at, exception = excluded.exception, message = excluded.message""")
                .param("exception", root.getClass().getName())
                .param("message", reason(root, failure))
                .param("ids", publications.toArray(UUID[]::new))
                .update();
    }

    /** The root cause comes first: its wrappers show the SQL statement, which would hide the reason. PostgreSQL stores no NUL. */
    private static @Nullable String reason(Throwable root, Throwable failure) {
        return Stream.of(root, failure)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .distinct()
                .reduce((first, wrapped) -> first + System.lineSeparator() + wrapped)
                .map(it -> it.replace("\0", ""))
                .orElse(null);
    }
}
