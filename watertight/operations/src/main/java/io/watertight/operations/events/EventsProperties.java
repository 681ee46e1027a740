package io.watertight.operations.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param concurrency how many listeners run concurrently in an instance
 * @param queue how many more wait for a thread; the others stay in the registry and are processed later
 * @param maxAttempts how often an event is delivered to a listener automatically, including the first time; after that a person
 *     must retry it. An attempt in which another process did not respond does not count
 * @param backOff the pause before the first retry; it doubles with each further retry
 * @param pickUpAfter how long an event waits for its listener before any instance with free capacity processes it
 * @param heartbeat how often an instance says that it is alive
 * @param deadAfter how long an instance must have been silent before the others take over its publications
 * @param keepCompleted how long completed publications stay in the registry, and the notes on received events; set at least
 *     as long as the broker keeps events
 */
@ConfigurationProperties("watertight.events")
record EventsProperties(
        @DefaultValue("8") int concurrency,
        @DefaultValue("1000") int queue,
        @DefaultValue("6") int maxAttempts,
        @DefaultValue("10s") Duration backOff,
        @DefaultValue("20s") Duration pickUpAfter,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("20s") Duration deadAfter,
        @DefaultValue("7d") Duration keepCompleted) {

    /** {@return a duration as PostgreSQL's {@code make_interval} takes it} */
    static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
