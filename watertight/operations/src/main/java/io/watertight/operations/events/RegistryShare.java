package io.watertight.operations.events;

import io.watertight.boundary.ModulePlacement;
import io.watertight.boundary.Modules;
import io.watertight.operations.events.ModuleListeners.Listener;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * Which publications of a registry that several processes share are this one's: those for listeners of its modules, and those of
 * its modules' events that are to be sent. What no process knows anymore belongs to all of them.
 */
class RegistryShare {

    /** The listener that sends events to other processes. */
    static final String SENDER = "events.send-to-other-processes";

    /** A condition on {@code events.event_publication}, which needs the {@link #parameters}. */
    static final String IS_OURS = """
            (listener_id <> all(cast(:elsewhere as text[]))
             and not (listener_id = '%s'
                      and exists (select from unnest(cast(:packages as text[])) p (name) where starts_with(event_type, p.name))))""".formatted(SENDER);

    private final Supplier<Map<String, String[]>> parameters;

    RegistryShare(Modules modules, ModuleListeners listeners, ObjectProvider<ModulePlacement> placement) {
        this.parameters = SingletonSupplier.of(() -> Map.of(
                "elsewhere",
                listeners.elsewhere().stream().map(Listener::id).distinct().toArray(String[]::new),
                "packages",
                placement.stream()
                        .flatMap(_ -> modules.packagesElsewhere().stream())
                        .toArray(String[]::new)));
    }

    Map<String, String[]> parameters() {
        return parameters.get();
    }
}
