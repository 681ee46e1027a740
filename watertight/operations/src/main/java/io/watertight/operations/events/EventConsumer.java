package io.watertight.operations.events;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

/** Reads the topics of the events to which this process listens, if there are any; its replicas share the partitions of each topic. */
class EventConsumer implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final @Nullable KafkaMessageListenerContainer<String, String> container;

    EventConsumer(
            ConsumerFactory<String, String> consumers,
            ReceivedEvents received,
            String group,
            ObservationRegistry observations) {
        Set<String> topics = received.topics();
        this.container = topics.isEmpty() ? null : container(consumers, received, group, observations);
    }

    private static KafkaMessageListenerContainer<String, String> container(
            ConsumerFactory<String, String> consumers,
            ReceivedEvents received,
            String group,
            ObservationRegistry observations) {
        ContainerProperties properties =
                new ContainerProperties(received.topics().toArray(String[]::new));
        properties.setGroupId(group);
        properties.setMessageListener(received);
        // The trace of whoever sent the event is continued here.
        properties.setObservationEnabled(true);
        properties.setObservationRegistry(observations);
        properties.setAuthExceptionRetryInterval(PAUSE);
        KafkaMessageListenerContainer<String, String> container =
                new KafkaMessageListenerContainer<>(consumers, properties);
        container.setBeanName("received-events");
        // Only a database that cannot do its work now gets here: whatever is wrong with an event goes into the
        // registry.
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(PAUSE.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    @Override
    public void start() {
        if (container != null) {
            container.start();
        }
    }

    @Override
    public void stop() {
        if (container != null) {
            container.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return container != null && container.isRunning();
    }
}
