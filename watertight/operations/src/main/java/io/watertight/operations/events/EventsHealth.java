package io.watertight.operations.events;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Tells operators of events that no listener has taken. The application serves its callers all the same, so it stays up; what
 * an alert looks at is {@code events.publications} with the status {@code GIVEN_UP}.
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
