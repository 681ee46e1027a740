package io.watertight.operations.events;

import io.micrometer.observation.ObservationRegistry;
import io.watertight.boundary.Modules;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.transaction.PlatformTransactionManager;

/** Events between processes, where the application is split ({@code watertight.modules}); without that, there is nothing of it. */
@AutoConfiguration(
        after = EventsAutoConfiguration.class,
        afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnExpression("'${watertight.modules:}' != ''")
class BrokerAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerAutoConfiguration.class);
    private static final String BROKER = "spring.kafka.bootstrap-servers";

    @Bean
    EventTopics eventTopics(Environment environment, Modules modules) {
        return new EventTopics(environment.getProperty("spring.application.name", "application"), modules);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${" + BROKER + ":}' != ''")
    static class Broker {

        @Bean
        SentEvents sentEvents(EventTopics topics, EventSerializer serializer, KafkaOperations<String, String> broker) {
            return new SentEvents(topics, serializer, broker);
        }

        @Bean
        ReceivedEvents receivedEvents(
                EventTopics topics,
                ModuleListeners listeners,
                EventReader reader,
                ApplicationEventPublisher publisher,
                PlatformTransactionManager transactions,
                JdbcClient jdbc,
                PublicationLog publications,
                FailureLog failures) {
            return new ReceivedEvents(topics, listeners, reader, publisher, transactions, jdbc, publications, failures);
        }

        @Bean
        EventConsumer eventConsumer(
                ConsumerFactory<String, String> consumers,
                ReceivedEvents received,
                Modules modules,
                Environment environment,
                ObjectProvider<ObservationRegistry> observations) {
            return new EventConsumer(
                    consumers,
                    received,
                    String.join(
                            ".",
                            environment.getProperty("spring.application.name", "application"),
                            String.join("-", modules.names())),
                    observations.getIfAvailable(() -> ObservationRegistry.NOOP));
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
