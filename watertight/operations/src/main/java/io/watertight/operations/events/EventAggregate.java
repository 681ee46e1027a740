package io.watertight.operations.events;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * The aggregate that an event is about. By convention its first component is the key, and {@code version} is the number that grows
 * with each change of the aggregate.
 *
 * @param version {@code null} if the event has none: then a receiver cannot recognise repeated or older events
 */
record EventAggregate(String key, @Nullable Long version) {

    private static final String VERSION = "version";

    static EventAggregate of(Object event) {
        RecordComponent[] components = event.getClass().getRecordComponents();
        Optional<Long> version = Arrays.stream(components)
                .filter(it -> it.getName().equals(VERSION))
                .map(it -> valueOf(it, event))
                .filter(Number.class::isInstance)
                .map(it -> ((Number) it).longValue())
                .findFirst();
        return new EventAggregate(
                components.length == 0 ? "" : String.valueOf(valueOf(components[0], event)), version.orElse(null));
    }

    private static @Nullable Object valueOf(RecordComponent component, Object event) {
        return ReflectionUtils.invokeMethod(component.getAccessor(), event);
    }
}
