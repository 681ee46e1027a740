package io.watertight.operations.events;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.transaction.annotation.Propagation;

/**
 * Sends the exported events of this process's modules to the broker; the registry repeats what fails. What came from there is
 * of a module elsewhere, so it is never sent again.
 */
class SentEvents {

    private static final Logger LOG = LoggerFactory.getLogger(SentEvents.class);

    /** For longer than the producer waits for the broker. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** How long listeners need not wait for a broker that did not respond. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final EventTopics topics;
    private final EventSerializer serializer;
    private final KafkaOperations<String, String> broker;
    private volatile Instant pausedUntil = Instant.EPOCH;

    SentEvents(EventTopics topics, EventSerializer serializer, KafkaOperations<String, String> broker) {
        this.topics = topics;
        this.serializer = serializer;
        this.broker = broker;
    }

    /** Public for the condition below. */
    public boolean areToContain(Object event) {
        return topics.isFromHere(event.getClass());
    }

    @ApplicationModuleListener(
            id = RegistryShare.SENDER,
            condition = "@sentEvents.areToContain(#root.args[0])",
            propagation = Propagation.NOT_SUPPORTED)
    void send(Object event) throws InterruptedException {
        if (Instant.now().isBefore(pausedUntil)) {
            throw new BrokerAwayException("it did not a moment ago");
        }
        try {
            broker.send(
                            topics.of(event.getClass()),
                            EventAggregate.of(event).key(),
                            serializer.serialize(event).toString())
                    .get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            pausedUntil = Instant.now().plus(PAUSE);
            String reason = NestedExceptionUtils.getMostSpecificCause(e).toString();
            LOG.warn("Events are not sent for {}: {}", PAUSE, reason);
            throw new BrokerAwayException(reason);
        }
    }
}
