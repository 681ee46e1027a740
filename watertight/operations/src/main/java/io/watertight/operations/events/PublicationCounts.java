package io.watertight.operations.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The number of open publications by status, counted at intervals, so that neither probes nor metrics count rows. Events that were not
 * processed leave the health up, because the application still serves its callers. Alerts should watch {@code events.publications} with the
 * status {@code GIVEN_UP}: these are retried only by a person.
 */
@Component("eventsHealthIndicator")
class PublicationCounts implements HealthIndicator, MeterBinder {

    private static final List<String> OPEN_STATUSES =
            List.of("PUBLISHED", "PROCESSING", "RESUBMITTED", PublicationLog.FAILED, PublicationLog.GIVEN_UP);

    private final PublicationLog publications;

    /** {@code null} if the database was unavailable. */
    private volatile @Nullable Map<String, Long> latest;

    PublicationCounts(PublicationLog publications) {
        this.publications = publications;
    }

    @Scheduled(fixedDelayString = "${watertight.events.count-interval:5s}")
    void count() {
        try {
            latest = publications.countByStatus();
        } catch (DataAccessException e) {
            latest = null;
        }
    }

    @Override
    public Health health() {
        Map<String, Long> counts = latest;
        return counts == null
                ? Health.unknown().build()
                : Health.up()
                        .withDetail("failed", counts.getOrDefault(PublicationLog.FAILED, 0L))
                        .withDetail("givenUp", counts.getOrDefault(PublicationLog.GIVEN_UP, 0L))
                        .build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        OPEN_STATUSES.forEach(status -> Gauge.builder("events.publications", () -> count(status))
                .tag("status", status)
                .description("Incomplete event publications")
                .register(registry));
    }

    private double count(String status) {
        Map<String, Long> counts = latest;
        return counts == null ? Double.NaN : counts.getOrDefault(status, 0L);
    }
}
