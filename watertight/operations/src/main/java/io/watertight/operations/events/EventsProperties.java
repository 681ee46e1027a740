package io.watertight.operations.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param concurrency how many listeners run at once in an instance
 * @param queue how many more wait in memory; what does not fit stays in the registry and is taken up later
 * @param maxAttempts how often a listener is given an event automatically, the first time included; after that a person
 *     decides
 * @param backOff the pause before the first retry; it doubles with each further one
 * @param pickUpAfter how long an event waits for a listener before any instance with room takes it up
 * @param deadAfter how long an instance has been silent when the others take over what it was at work on
 * @param keepCompleted how long completed publications stay in the registry
 */
@ConfigurationProperties("watertight.events")
record EventsProperties(
        @DefaultValue("8") int concurrency,
        @DefaultValue("1000") int queue,
        @DefaultValue("6") int maxAttempts,
        @DefaultValue("10s") Duration backOff,
        @DefaultValue("20s") Duration pickUpAfter,
        @DefaultValue("20s") Duration deadAfter,
        @DefaultValue("7d") Duration keepCompleted) {}
