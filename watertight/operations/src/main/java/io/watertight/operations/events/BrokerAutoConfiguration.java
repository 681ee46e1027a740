package io.watertight.operations.events;

import io.micrometer.observation.ObservationRegistry;
import io.watertight.boundary.Modules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
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

    @Bean
    EventTopics eventTopics(Environment environment, Modules modules) {
        return new EventTopics(environment.getProperty("spring.application.name", "application"), modules);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${" + MissingBroker.SETTING + ":}' != ''")
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
    @ConditionalOnExpression("'${" + MissingBroker.SETTING + ":}' == ''")
    static class NoBroker {

        @Bean
        SmartInitializingSingleton missingBroker(EventTopics topics, ModuleListeners listeners) {
            return new MissingBroker(topics, listeners);
        }
    }
}
