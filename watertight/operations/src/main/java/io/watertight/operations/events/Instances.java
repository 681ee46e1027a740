package io.watertight.operations.events;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tracks which instances of the application are alive, so that only the publications of dead ones are taken over. The heartbeat has a
 * thread of its own, because scheduled jobs end when a stop begins, and listeners may run for a while after that.
 */
class Instances implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Instances.class);

    private final UUID self = UUID.randomUUID();
    private final JdbcClient jdbc;
    private final EventsProperties properties;
    private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("heartbeat").daemon().factory());
    private volatile @Nullable Instant seenSince;

    Instances(JdbcClient jdbc, EventsProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    UUID self() {
        return self;
    }

    /** Before this instance waits for the start-up work of another: it may be taking events already. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void begin() {
        heartbeat.scheduleWithFixedDelay(
                this::sayThatItIsAlive, 0, properties.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
    }

    void sayThatItIsAlive() {
        try {
            jdbc.sql("""
                            insert into events.instance (id, seen_at) values (:self, clock_timestamp())
                            on conflict (id) do update set seen_at = excluded.seen_at""").param("self", self).update();
            if (seenSince == null) {
                seenSince = Instant.now();
            }
        } catch (RuntimeException e) {
            // Whatever it is: a task that throws is never run again, and this instance would seem dead.
            seenSince = null;
            LOG.warn("The heartbeat of this instance could not be stored: {}", e.getMessage());
        }
    }

    /**
     * Makes the publications of dead instances due. They were interrupted and have not failed, so no pause is needed; but an
     * event that kills one instance after another must not be retried forever.
     *
     * @param own whether to include this instance's own publications, because it is processing none
     * @return the number of publications
     */
    int takeOver(boolean own) {
        if (!mayJudgeOthers()) {
            return 0;
        }
        int interrupted = jdbc.sql("""
                        update events.event_publication p
                           set instance = null,
                               status = case when p.completion_attempts >= :maxAttempts and p.listener_id <> :sender
                                             then 'FAILED' else 'PUBLISHED' end
                         where p.completion_date is null and p.status <> 'FAILED' and p.status in ('PROCESSING', 'RESUBMITTED')
                           and coalesce(p.last_resubmission_date, p.publication_date)
                               < clock_timestamp() - make_interval(secs => :deadAfter)
                           and ((:own and p.instance = :self)
                                or not exists (
                                    select from events.instance i
                                     where i.id = p.instance
                                       and i.seen_at >= clock_timestamp() - make_interval(secs => :deadAfter)))""")
                .param("maxAttempts", properties.maxAttempts())
                .param("sender", RegistryShare.SENDER)
                .param("deadAfter", EventsProperties.seconds(properties.deadAfter()))
                .param("own", own)
                .param("self", self)
                .update();
        jdbc.sql("delete from events.instance where seen_at < clock_timestamp() - make_interval(secs => :deadAfter)")
                .param("deadAfter", EventsProperties.seconds(properties.deadAfter()))
                .update();
        return interrupted;
    }

    /** After a database outage, the other instances need time for a heartbeat before they count as dead. */
    private boolean mayJudgeOthers() {
        Instant since = seenSince;
        return since != null && since.plus(properties.deadAfter()).isBefore(Instant.now());
    }

    /** After an orderly shutdown, the others need not wait until this instance counts as dead. */
    @Override
    public void destroy() {
        heartbeat.close();
        try {
            jdbc.sql("delete from events.instance where id = :self")
                    .param("self", self)
                    .update();
        } catch (DataAccessException e) {
            LOG.debug("This instance could not be removed; the others will notice its missing heartbeat", e);
        }
    }
}
