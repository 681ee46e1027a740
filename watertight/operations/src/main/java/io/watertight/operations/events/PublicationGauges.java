package io.watertight.operations.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/** {@code events.publications} by status. Alerts should watch {@code GIVEN_UP}: these are retried only by a person. */
class PublicationGauges implements MeterBinder {

    private static final List<String> OPEN_STATUSES =
            List.of("PUBLISHED", "PROCESSING", "RESUBMITTED", PublicationLog.FAILED, PublicationLog.GIVEN_UP);

    private final PublicationCounts counts;

    PublicationGauges(PublicationCounts counts) {
        this.counts = counts;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        OPEN_STATUSES.forEach(status -> Gauge.builder("events.publications", () -> count(status))
                .tag("status", status)
                .description("Incomplete event publications")
                .register(registry));
    }

    private double count(String status) {
        return counts.latest().map(it -> (double) it.getOrDefault(status, 0L)).orElse(Double.NaN);
    }
}
