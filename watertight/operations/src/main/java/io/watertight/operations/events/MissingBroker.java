package io.watertight.operations.events;

import io.watertight.operations.events.ModuleListeners.Listener;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Fails the start where listeners would never receive their events, for want of a broker. */
class MissingBroker implements SmartInitializingSingleton {

    static final String SETTING = "spring.kafka.bootstrap-servers";

    private static final Logger LOG = LoggerFactory.getLogger(MissingBroker.class);

    private final EventTopics topics;
    private final ModuleListeners listeners;

    MissingBroker(EventTopics topics, ModuleListeners listeners) {
        this.topics = topics;
        this.listeners = listeners;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> crossing = Stream.concat(
                        listeners.here().stream().filter(it -> topics.isFromElsewhere(it.event())),
                        listeners.elsewhere().stream().filter(it -> topics.isFromHere(it.event())))
                .map(Listener::event)
                .map(Class::getSimpleName)
                .distinct()
                .sorted()
                .toList();
        if (!crossing.isEmpty()) {
            throw new InvalidConfigurationPropertyValueException(
                    SETTING,
                    "",
                    "Modules in different processes publish and receive %s: set the address of the Kafka broker that carries events between them."
                            .formatted(String.join(", ", crossing)));
        }
        LOG.info("Events of this process reach no other: {} is not set", SETTING);
    }
}
