package io.watertight.operations.events;

import io.watertight.operations.events.ModuleListeners.Listener;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what other processes have sent to the listeners of this one. From then on the registry is responsible, also for what
 * cannot be read or published: it waits there for its listeners, like any other event that fails.
 */
class ReceivedEvents implements MessageListener<String, @Nullable String> {

    private final Map<String, List<Listener>> listeners;
    private final EventReader reader;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final PublicationLog publications;
    private final FailureLog failures;

    ReceivedEvents(
            EventTopics topics,
            ModuleListeners listeners,
            EventReader reader,
            ApplicationEventPublisher publisher,
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            PublicationLog publications,
            FailureLog failures) {
        this.listeners = listeners.here().stream()
                .filter(it -> topics.isFromElsewhere(it.event()))
                .collect(Collectors.groupingBy(it -> topics.of(it.event())));
        this.reader = reader;
        this.publisher = publisher;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.publications = publications;
        this.failures = failures;
    }

    Set<String> topics() {
        return listeners.keySet();
    }

    @Override
    public void onMessage(ConsumerRecord<String, @Nullable String> message) {
        List<Listener> interested = Objects.requireNonNull(listeners.get(message.topic()));
        // PostgreSQL stores no such character.
        String event = String.valueOf(message.value()).replace("\0", "");
        try {
            publish(reader.read(interested.getFirst().event().getName(), event), message.topic(), interested);
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | DataAccessResourceFailureException
                | CannotCreateTransactionException
                | TransactionSystemException e) {
            // The database is at fault. The event is read again: from the registry it could arrive after a later one.
            throw e;
        } catch (RuntimeException e) {
            interested.forEach(it -> failures.record(publications.addFailed(it, event), e));
        }
    }

    private void publish(Object event, String topic, List<Listener> interested) {
        EventAggregate aggregate = EventAggregate.of(event);
        transaction.executeWithoutResult(_ -> {
            if (aggregate.version() == null || isLater(topic, aggregate, interested)) {
                publisher.publishEvent(event);
            }
        });
    }

    /** {@return whether a module has not yet received this event, nor a later one of the same kind about the same aggregate} */
    private boolean isLater(String topic, EventAggregate aggregate, List<Listener> interested) {
        return jdbc.sql("""
                        insert into events.received (module, topic, aggregate, version)
                        select module, :topic, :aggregate, :version from unnest(cast(:modules as text[])) as interested (module)
                        on conflict (module, topic, aggregate) do update
                           set version = excluded.version, at = excluded.at
                         where received.version < excluded.version""")
                        .param("topic", topic)
                        .param("aggregate", aggregate.key())
                        .param("version", aggregate.version())
                        .param(
                                "modules",
                                interested.stream()
                                        .map(Listener::module)
                                        .distinct()
                                        .sorted()
                                        .toArray(String[]::new))
                        .update()
                > 0;
    }
}
