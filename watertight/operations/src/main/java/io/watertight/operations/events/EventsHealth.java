package io.watertight.operations.events;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Reports events that were not processed. The application still serves its callers, so the status stays up; alerts should watch
 * {@code events.publications} with the status {@code GIVEN_UP}.
 */
class EventsHealth implements HealthIndicator {

    private final PublicationCounts counts;

    EventsHealth(PublicationCounts counts) {
        this.counts = counts;
    }

    @Override
    public Health health() {
        return counts.latest()
                .map(it -> Health.up()
                        .withDetail("failed", it.getOrDefault(PublicationLog.FAILED, 0L))
                        .withDetail("givenUp", it.getOrDefault(PublicationLog.GIVEN_UP, 0L))
                        .build())
                .orElseGet(() -> Health.unknown().build());
    }
}
