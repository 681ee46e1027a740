package io.watertight.operations.events;

import io.watertight.api.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Resubmits what failed, with growing pauses and up to a limit. One instance at a time, for the registry claims nothing
 * by itself; a listener may see an event twice all the same, so listeners are idempotent.
 */
class RegistryUpkeep {

    /**
     * Filters work on what was read, so a batch must be large enough that publications which are beyond the limit do not
     * fill it for good.
     */
    private static final int BATCH = 10_000;

    private static final int MAX_DOUBLINGS = 12;

    private final FailedEventPublications failed;
    private final CompletedEventPublications completed;
    private final EventsProperties properties;
    private final AuditTrail audit;
    private final Clock clock = Clock.systemUTC();

    RegistryUpkeep(
            FailedEventPublications failed,
            CompletedEventPublications completed,
            EventsProperties properties,
            AuditTrail audit) {
        this.failed = failed;
        this.completed = completed;
        this.properties = properties;
        this.audit = audit;
    }

    @Scheduled(
            fixedDelayString = "${platform.events.retry-interval:10s}",
            initialDelayString = "${platform.events.retry-interval:10s}")
    @SchedulerLock(name = "retry-failed-events")
    void retryFailed() {
        Instant now = clock.instant();
        // The registry counts the first attempt as well.
        failed.resubmit(ResubmissionOptions.defaults()
                .withBatchSize(BATCH)
                .withFilter(it -> it.getCompletionAttempts() < properties.maxAttempts() && isDue(it, now)));
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "5m")
    @SchedulerLock(name = "forget-completed-events")
    void forgetCompleted() {
        completed.deletePublicationsOlderThan(properties.keepCompleted());
    }

    /** Tries these again now, whatever was tried before: a person has decided. */
    void retryNow(Predicate<EventPublication> which) {
        Map<String, String> retried = new LinkedHashMap<>();
        failed.resubmit(ResubmissionOptions.defaults().withBatchSize(BATCH).withFilter(which.and(it -> {
            retried.put(it.getIdentifier().toString(), it.getEvent().getClass().getSimpleName());
            return true;
        })));
        audit.add("retry", retried);
    }

    private boolean isDue(EventPublication publication, Instant now) {
        Instant last = publication.getLastResubmissionDate();
        int retries = Math.clamp(publication.getCompletionAttempts() - 1L, 0, MAX_DOUBLINGS);
        Duration pause = properties.backOff().multipliedBy(1L << retries);
        return !(last == null ? publication.getPublicationDate() : last)
                .plus(pause)
                .isAfter(now);
    }
}
