package io.watertight.operations.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.dao.DataAccessException;

/** {@code events.publications} by status: what an alert on failed listeners looks at. */
class PublicationGauges implements MeterBinder {

    private static final List<String> OPEN_STATUSES = List.of("PUBLISHED", "PROCESSING", "RESUBMITTED", "FAILED");

    private final PublicationLog publications;

    PublicationGauges(PublicationLog publications) {
        this.publications = publications;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        OPEN_STATUSES.forEach(status -> Gauge.builder("events.publications", () -> count(status))
                .tag("status", status)
                .description("Event publications that are not completed")
                .register(registry));
    }

    private double count(String status) {
        try {
            return publications.countByStatus().getOrDefault(status, 0L);
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
