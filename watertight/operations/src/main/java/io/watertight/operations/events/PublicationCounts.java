package io.watertight.operations.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The number of open publications by status, counted at intervals, so that metrics count no rows. The health does not depend on
 * them, because the application still serves its callers. Alerts should watch {@code events.publications} with the status
 * {@code GIVEN_UP}: these are retried only by a person.
 */
class PublicationCounts implements MeterBinder {

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
