package io.watertight.operations.modules;

import io.watertight.boundary.Modules;
import io.watertight.operations.events.ModuleListeners;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Events between modules, from the event registry; completed ones as long as it keeps them. Counting reads all rows, which
 * suits a page for people but not metrics.
 */
class ObservedEvents {

    private final JdbcClient jdbc;
    private final Modules modules;
    private final ModuleListeners listeners;

    ObservedEvents(JdbcClient jdbc, Modules modules, ModuleListeners listeners) {
        this.jdbc = jdbc;
        this.modules = modules;
        this.listeners = listeners;
    }

    List<Flow> all() {
        return jdbc.sql("""
                        select event_type, listener_id, count(*) as published,
                               count(completion_date) as completed,
                               count(*) filter (where completion_date is null and status = 'FAILED') as failed
                          from events.event_publication
                         group by event_type, listener_id
                         order by event_type, listener_id""").query(Counts.class).list().stream()
                .map(it -> new Flow(
                        it.eventType().substring(it.eventType().lastIndexOf('.') + 1),
                        it.listenerId(),
                        modules.moduleOf(it.eventType()).orElse(null),
                        listeners.moduleOf(it.listenerId()).orElse(null),
                        it.published(),
                        it.completed(),
                        it.failed()))
                .toList();
    }

    private record Counts(String eventType, String listenerId, long published, long completed, long failed) {}

    /**
     * All events of a type for a listener.
     *
     * @param from the module of the event; {@code null} if it belongs to none
     * @param to the module of the listener; {@code null} if it belongs to none or no longer exists
     */
    record Flow(
            String event,
            String listener,
            @Nullable String from,
            @Nullable String to,
            long published,
            long completed,
            long failed) {

        public long outstanding() {
            return published - completed - failed;
        }
    }
}
