package io.watertight.operations.events;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.transaction.event.TransactionalApplicationListener;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/** Reads stored events, or explains why this version of the application cannot deliver them. */
class EventReader {

    private final EventSerializer serializer;
    private final Supplier<Set<String>> listeners;

    EventReader(EventSerializer serializer, AbstractApplicationContext application) {
        this.serializer = serializer;
        this.listeners = SingletonSupplier.of(() -> application.getApplicationListeners().stream()
                .filter(TransactionalApplicationListener.class::isInstance)
                .map(it -> ((TransactionalApplicationListener<?>) it).getListenerId())
                .collect(Collectors.toUnmodifiableSet()));
    }

    Object read(String type, String serialized, String listener) {
        if (!knows(listener)) {
            throw new UndeliverableEventException("There is no listener with the id '%s'.".formatted(listener));
        }
        return read(type, serialized);
    }

    boolean knows(String listener) {
        return listeners.get().contains(listener);
    }

    Object read(String type, String serialized) {
        Class<?> event;
        try {
            event = ClassUtils.forName(type, ClassUtils.getDefaultClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new UndeliverableEventException("There is no class %s.".formatted(type));
        }
        try {
            return Objects.requireNonNull(serializer.deserialize(serialized, event), "it is null");
        } catch (RuntimeException e) {
            throw new UndeliverableEventException("The event cannot be read as %s: %s"
                    .formatted(
                            type, NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
        }
    }
}
