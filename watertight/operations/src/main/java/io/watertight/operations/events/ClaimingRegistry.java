package io.watertight.operations.events;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication.Status;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds to Spring Modulith's registry what several instances need: it records which instance processes a publication, each claim
 * is one guarded update, and only due publications are read. They are read row by row, so that an unreadable event does not
 * stop the others.
 */
@Primary
class ClaimingRegistry extends RegistryDecorator {

    private static final int MAX_DOUBLINGS = 12;

    private final ObjectProvider<EventPublicationRegistry> inMemory;
    private final JdbcClient jdbc;
    private final EventReader reader;
    private final FailureLog failures;
    private final EventsProperties properties;
    private final RegistryShare share;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final UUID self;

    ClaimingRegistry(
            @Qualifier("jdbcEventPublicationRepository") EventPublicationRepository registry,
            ObjectProvider<EventPublicationRegistry> inMemory,
            JdbcClient jdbc,
            EventReader reader,
            FailureLog failures,
            EventsProperties properties,
            RegistryShare share,
            ApplicationEventPublisher publisher,
            TransactionTemplate transaction,
            Instances instances) {
        super(registry);
        this.inMemory = inMemory;
        this.jdbc = jdbc;
        this.reader = reader;
        this.failures = failures;
        this.properties = properties;
        this.share = share;
        this.publisher = publisher;
        this.transaction = transaction;
        this.self = instances.self();
    }

    /** Spring Modulith keeps each publication in memory until its listener has run, which never happens if the transaction is rolled back. */
    @Override
    public TargetEventPublication create(TargetEventPublication publication) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    // Without the proxy, which would wait for another connection.
                    if (status != STATUS_COMMITTED
                            && AopProxyUtils.getSingletonTarget(inMemory.getObject())
                                    instanceof EventPublicationRegistry it) {
                        ListenerThread.postpone(
                                () -> it.markFailed(publication.getEvent(), publication.getTargetIdentifier()), false);
                    }
                }
            });
        }
        return super.create(publication);
    }

    @Override
    public void markProcessing(UUID id) {
        ListenerThread.forget();
        if (ListenerThread.isPostponing()
                || jdbc.sql("""
                                update events.event_publication
                                   set status = 'PROCESSING', instance = :self, last_resubmission_date = clock_timestamp()
                                 where id = :id and completion_date is null
                                   and (coalesce(status, 'PUBLISHED') = 'PUBLISHED' or (status = 'RESUBMITTED' and instance = :self))""").param("self", self).param("id", id).update() == 0) {
            ListenerThread.skip();
        }
    }

    @Override
    public boolean markResubmitted(UUID id, Instant at) {
        return jdbc.sql("""
                        update events.event_publication
                           set status = 'RESUBMITTED', instance = :self, next_attempt_at = null,
                               completion_attempts = coalesce(completion_attempts, 0) + 1,
                               last_resubmission_date = clock_timestamp()
                         where id = :id and completion_date is null and coalesce(status, 'FAILED') in ('PUBLISHED', 'FAILED')""").param("self", self).param("id", id).update() == 1;
    }

    /**
     * Only publications that this instance has claimed: a skipped one belongs to another instance, or still waits; one that another has taken
     * over is the other's. If the broker or another process does not respond, the event is not at fault, so that is never a reason to give up.
     */
    @Override
    public void markFailed(UUID id) {
        if (ListenerThread.isPostponingAClaim()) {
            putBack(id);
        } else if (!ListenerThread.isPostponing() && !ListenerThread.isSkipped()) {
            jdbc.sql("""
                            update events.event_publication
                               set status = 'FAILED', instance = null,
                                   completion_attempts = case when :unanswered then greatest(completion_attempts - 1, 1)
                                                              else completion_attempts end,
                                   next_attempt_at = case
                                       when listener_id = :sender or :unanswered then clock_timestamp() + make_interval(secs => :backOff)
                                       when coalesce(completion_attempts, 1) >= :maxAttempts then null
                                       else clock_timestamp() + make_interval(secs => :backOff
                                            * power(2, least(coalesce(completion_attempts, 1) - 1, :maxDoublings))) end
                             where id = :id and completion_date is null and (instance = :self or instance is null)""")
                    .param("self", self)
                    .param("sender", RegistryShare.SENDER)
                    .param("unanswered", ListenerThread.isUnanswered())
                    .param("maxAttempts", properties.maxAttempts())
                    .param("backOff", EventsProperties.seconds(properties.backOff()))
                    .param("maxDoublings", MAX_DOUBLINGS)
                    .param("id", id)
                    .update();
        }
        ListenerThread.forget();
    }

    /** Releases a claim; an attempt that was not made does not count. */
    private void putBack(UUID id) {
        jdbc.sql("""
                        update events.event_publication
                           set status = 'PUBLISHED', instance = null,
                               completion_attempts = greatest(completion_attempts - 1, 1)
                         where id = :id and status = 'RESUBMITTED' and instance = :self""").param("id", id).param("self", self).update();
    }

    /**
     * {@return what is due, the oldest first: failed publications whose pause is over, and those that nobody has started for a
     * while}
     */
    @Override
    public List<TargetEventPublication> findFailedPublications(FailedCriteria criteria) {
        List<TargetEventPublication> due = new ArrayList<>();
        for (Row row : due(Math.toIntExact(criteria.getMaxItemsToRead()))) {
            try {
                if (row.listenerId().equals(RegistryShare.SENDER) && !reader.knows(RegistryShare.SENDER)) {
                    publishHere(row);
                } else {
                    due.add(new DuePublication(
                            row.id(),
                            reader.read(row.eventType(), row.serializedEvent(), row.listenerId()),
                            row.listenerId(),
                            row.publicationDate(),
                            Status.valueOf(row.status()),
                            row.completionAttempts()));
                }
            } catch (UndeliverableEventException e) {
                if (markResubmitted(row.id(), Instant.now())) {
                    failures.record(row.id(), e);
                    markFailed(row.id());
                }
            }
        }
        return due;
    }

    /** What was still to be sent to other processes when their modules came to run in this one: its listeners get it directly. */
    private void publishHere(Row row) {
        Object event = reader.read(row.eventType(), row.serializedEvent());
        if (markResubmitted(row.id(), Instant.now())) {
            try {
                transaction.executeWithoutResult(_ -> {
                    publisher.publishEvent(event);
                    markCompleted(row.id(), Instant.now());
                });
            } catch (RuntimeException e) {
                failures.record(row.id(), e);
                markFailed(row.id());
            }
        }
    }

    private List<Row> due(int limit) {
        return jdbc.sql("""
                        select id, listener_id, event_type, serialized_event, publication_date,
                               coalesce(status, 'FAILED') as status, coalesce(completion_attempts, 0) as completion_attempts
                          from ((select * from events.event_publication
                                  where completion_date is null and status = 'FAILED' and next_attempt_at is not null
                                    and next_attempt_at <= clock_timestamp() and %1$s
                                  order by next_attempt_at limit :limit)
                                union all
                                (select * from events.event_publication
                                  where completion_date is null and status <> 'FAILED' and status = 'PUBLISHED'
                                    and publication_date < :pickUp
                                    and coalesce(last_resubmission_date, publication_date) < :pickUp and %1$s
                                  order by publication_date limit :limit)) p
                         order by publication_date
                         limit :limit""".formatted(RegistryShare.IS_OURS))
                .params(share.parameters())
                .param("limit", limit)
                .param("pickUp", OffsetDateTime.now(ZoneOffset.UTC).minus(properties.pickUpAfter()))
                .query(Row.class)
                .list();
    }

    /** Called at shutdown to log each event; {@code /events} shows them instead. */
    @Override
    public List<TargetEventPublication> findIncompletePublications() {
        return List.of();
    }

    /** Called before each round of retries to limit them; here the capacity of the executor limits them. */
    @Override
    public int countByStatus(Status status) {
        return 0;
    }

    private record Row(
            UUID id,
            String listenerId,
            String eventType,
            String serializedEvent,
            Instant publicationDate,
            String status,
            int completionAttempts) {}
}
