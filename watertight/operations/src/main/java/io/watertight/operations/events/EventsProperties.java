package io.watertight.operations.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param maxAttempts how often a listener is given an event by itself, the first time included; after that a person
 *     decides
 * @param backOff the pause before the first retry; it doubles with each further one
 * @param keepCompleted how long completed publications stay in the registry
 */
@ConfigurationProperties("platform.events")
record EventsProperties(
        @DefaultValue("6") int maxAttempts,
        @DefaultValue("10s") Duration backOff,
        @DefaultValue("7d") Duration keepCompleted) {}
