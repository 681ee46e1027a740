package io.watertight.operations.events;

import io.watertight.boundary.Modules;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

/** Events between processes, where the application is split ({@code watertight.modules}); without that, there is nothing of it. */
@AutoConfiguration(
        after = EventsAutoConfiguration.class,
        afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnExpression("'${watertight.modules:}' != ''")
@Import(EventTopics.class)
class BrokerAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerAutoConfiguration.class);
    private static final String BROKER = "spring.kafka.bootstrap-servers";

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${" + BROKER + ":}' != ''")
    @Import({SentEvents.class, ReceivedEvents.class})
    static class Broker {

        private static final Duration PAUSE = Duration.ofSeconds(5);

        /** Reads the topics of the events to which this process listens, if there are any; its replicas share their partitions. */
        @Bean("received-events")
        @Nullable
        KafkaMessageListenerContainer<String, String> receivedEventsContainer(
                ConsumerFactory<String, String> consumers,
                ReceivedEvents received,
                EventTopics topics,
                Modules modules) {
            if (received.topics().isEmpty()) {
                return null;
            }
            ContainerProperties properties =
                    new ContainerProperties(received.topics().toArray(String[]::new));
            properties.setGroupId(topics.application() + '.' + String.join("-", modules.names()));
            properties.setMessageListener(received);
            // The trace of whoever sent the event is continued here.
            properties.setObservationEnabled(true);
            properties.setAuthExceptionRetryInterval(PAUSE);
            KafkaMessageListenerContainer<String, String> container =
                    new KafkaMessageListenerContainer<>(consumers, properties);
            // Only a database that cannot do its work now gets here: whatever is wrong with an event goes into the
            // registry.
            container.setCommonErrorHandler(
                    new DefaultErrorHandler(new FixedBackOff(PAUSE.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
            return container;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${" + BROKER + ":}' == ''")
    static class NoBroker {

        /** Fails the start where listeners would never receive their events, for want of a broker. */
        @Bean
        SmartInitializingSingleton missingBroker(EventTopics topics, ModuleListeners listeners) {
            return () -> {
                String crossing = Stream.concat(
                                listeners.here().stream().filter(it -> topics.isFromElsewhere(it.event())),
                                listeners.elsewhere().stream().filter(it -> topics.isFromHere(it.event())))
                        .map(it -> it.event().getSimpleName())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
                if (!crossing.isEmpty()) {
                    throw new InvalidConfigurationPropertyValueException(
                            BROKER,
                            "",
                            "Modules in different processes publish and receive %s: set the address of the Kafka broker that carries events between them."
                                    .formatted(crossing));
                }
                LOG.info("Events of this process are not sent to others: {} is not set", BROKER);
            };
        }
    }
}
