package io.watertight.operations.events;

import io.watertight.api.AuditTrail;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Redelivers events whose listeners failed, were interrupted or did not fit into the queue, as far as this instance has
 * capacity. All instances do so concurrently, because each publication is claimed by one; a listener may still receive an event
 * twice, so listeners must be idempotent.
 */
class RegistryUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryUpkeep.class);
    private static final int BATCH = 1_000;

    private final FailedEventPublications failed;
    private final PublicationLog publications;
    private final Instances instances;
    private final ListenerExecution listeners;
    private final EventsProperties properties;
    private final AuditTrail audit;
    private final TransactionOperations transaction;

    RegistryUpkeep(
            FailedEventPublications failed,
            PublicationLog publications,
            Instances instances,
            ListenerExecution listeners,
            EventsProperties properties,
            AuditTrail audit,
            TransactionOperations transaction) {
        this.failed = failed;
        this.publications = publications;
        this.instances = instances;
        this.listeners = listeners;
        this.properties = properties;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Scheduled(
            fixedDelayString = "${watertight.events.retry-interval:10s}",
            initialDelayString = "${watertight.events.retry-interval:10s}")
    void retryDue() {
        try {
            int interrupted = instances.takeOver(listeners.isIdle());
            if (interrupted > 0) {
                LOG.info("{} events were interrupted before their listeners finished; they are due again", interrupted);
            }
            resubmit();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The event registry could not be checked this time: {}", e.getMessage());
        }
    }

    private void resubmit() {
        if (listeners.hasCapacity()) {
            ListenerThread.resubmit(() ->
                    failed.resubmit(ResubmissionOptions.defaults().withBatchSize(Math.min(BATCH, properties.queue()))));
        }
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "5m")
    @SchedulerLock(name = "forget-completed-events")
    void forgetCompleted() {
        publications.forgetCompleted(properties.keepCompleted());
        publications.forgetReceived(properties.keepCompleted());
    }

    /**
     * Makes failed publications due now, however often they were tried.
     *
     * @param id {@code null} for all failed ones
     * @return the number of publications
     */
    int retryNow(@Nullable UUID id) {
        int due = transaction.execute(_ -> {
            Map<String, String> retried = publications.makeDue(id).stream()
                    .collect(Collectors.toMap(it -> it.id().toString(), PublicationLog.Retried::eventName));
            audit.add("retry", retried);
            return retried.size();
        });
        resubmit();
        return due;
    }
}
