package io.watertight.operations.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Sends the exported events of this process's modules to the broker; the registry repeats what fails. What came from there is
 * of a module elsewhere, so it is never sent again.
 */
@Component("sentEvents")
class SentEvents {

    private static final Logger LOG = LoggerFactory.getLogger(SentEvents.class);

    /** For longer than the producer waits for the broker. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** How long listeners need not wait for a broker that did not respond. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final EventTopics topics;
    private final EventSerializer serializer;
    private final KafkaOperations<String, String> broker;

    /** By topic, because one that the broker does not have must not hold up the others. */
    private final Map<String, Instant> pausedUntil = new ConcurrentHashMap<>();

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
        String topic = topics.of(event.getClass());
        if (Instant.now().isBefore(pausedUntil.getOrDefault(topic, Instant.EPOCH))) {
            throw new BrokerAwayException("it did not respond a moment ago");
        }
        try {
            broker.send(
                            topic,
                            EventAggregate.of(event).key(),
                            serializer.serialize(event).toString())
                    .get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
            if (cause instanceof ApiException && !(cause instanceof RetriableException)) {
                throw new KafkaException("The broker refuses the event", e);
            }
            pausedUntil.put(topic, Instant.now().plus(PAUSE));
            LOG.warn("Events are not sent to {} for {}: {}", topic, PAUSE, cause.toString());
            throw new BrokerAwayException(cause.toString());
        }
    }
}
