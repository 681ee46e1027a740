package io.watertight.operations.modules;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import io.watertight.boundary.DeclaredDependencies;
import io.watertight.boundary.ModuleCallMetrics;
import io.watertight.boundary.Modules;
import io.watertight.operations.events.ModuleListeners;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StringUtils;

/** What was observed of the modules at run time. */
record Observations(ObjectProvider<MeterRegistry> meters, JdbcClient jdbc, Modules modules, ModuleListeners listeners) {

    /** {@return the calls between modules, from the meters of this instance, since its start} */
    List<Call> calls() {
        MeterRegistry registry = meters.getIfUnique();
        Collection<Timer> timers = registry == null
                ? List.of()
                : registry.find(ModuleCallMetrics.CALLS).timers();
        Map<String, Call> calls = new TreeMap<>();
        for (Timer timer : timers) {
            Call call = Call.of(timer);
            calls.merge(call.caller() + '>' + call.module(), call, Call::and);
        }
        return List.copyOf(calls.values());
    }

    /**
     * {@return the listeners of all modules with what is open in the event registry, and what else is open}
     *
     * <p>What is completed is not counted: the registry keeps it for days, and the page is read every few seconds.
     */
    List<Flow> events() {
        Map<String, Flow> flows = new TreeMap<>();
        listeners.everywhere().forEach(it -> add(flows, it.event().getName(), it.id(), delivered(it.id()), 0, 0));
        jdbc.sql("""
                        select event_type, listener_id, count(*) as open, count(*) filter (where status = 'FAILED') as failed
                          from events.event_publication
                         where completion_date is null
                         group by event_type, listener_id""").query((RowCallbackHandler) row -> add(
                flows,
                row.getString("event_type"),
                row.getString("listener_id"),
                0,
                row.getLong("failed"),
                row.getLong("open") - row.getLong("failed")));
        return List.copyOf(flows.values());
    }

    private void add(
            Map<String, Flow> flows, String event, String listener, long delivered, long failed, long outstanding) {
        flows.merge(
                event + '>' + listener,
                new Flow(
                        StringUtils.unqualify(event),
                        listener,
                        modules.moduleOf(event).orElse(null),
                        listeners.moduleOf(listener).orElse(null),
                        delivered,
                        failed,
                        outstanding),
                Flow::and);
    }

    private long delivered(String listener) {
        MeterRegistry registry = meters.getIfUnique();
        return registry == null
                ? 0
                : registry
                        .find(ModuleCallMetrics.LISTENERS)
                        .tags("listener", listener, "outcome", ModuleCallMetrics.OK)
                        .timers()
                        .stream()
                        .mapToLong(Timer::count)
                        .sum();
    }

    /** {@return the tables of modules, from the catalogue, which needs no right on their rows} */
    List<Table> tables(List<String> owners) {
        return jdbc.sql("""
                        select n.nspname as module, c.relname as name,
                               case when c.reltuples < 0 then pg_stat_get_live_tuples(c.oid)
                                    else c.reltuples::bigint end as rows,
                               pg_total_relation_size(c.oid) as bytes
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'm') and n.nspname = any(:modules)
                         order by n.nspname, c.relname""")
                .param("modules", owners.toArray(String[]::new))
                .query(Table.class)
                .list();
    }

    /**
     * All calls from one module, or from outside, into another.
     *
     * @param refused how many of them the module has refused
     * @param failed how many of them ended in another exception
     * @param p95 the 95th percentile of recent successful calls in milliseconds; {@code null} if there was none
     */
    record Call(
            String caller,
            String module,
            long count,
            long refused,
            long failed,
            @Nullable Double p95) {

        static Call of(Timer timer) {
            String outcome = timer.getId().getTag("outcome");
            long count = timer.count();
            return new Call(
                    String.valueOf(timer.getId().getTag("caller")),
                    String.valueOf(timer.getId().getTag("module")),
                    count,
                    ModuleCallMetrics.REFUSED.equals(outcome) ? count : 0,
                    ModuleCallMetrics.FAILED.equals(outcome) ? count : 0,
                    ModuleCallMetrics.OK.equals(outcome) ? p95Of(timer) : null);
        }

        private static @Nullable Double p95Of(Timer timer) {
            return Arrays.stream(timer.takeSnapshot().percentileValues())
                    .map((ValueAtPercentile it) -> it.value(TimeUnit.MILLISECONDS))
                    .filter(it -> it > 0)
                    .findFirst()
                    .orElse(null);
        }

        Call and(Call other) {
            return new Call(
                    caller,
                    module,
                    count + other.count,
                    refused + other.refused,
                    failed + other.failed,
                    p95 == null ? other.p95 : p95);
        }

        boolean isFromOutside() {
            return caller.equals(ModuleCallMetrics.OUTSIDE);
        }

        /** {@return whether no declared dependency allows the call} */
        boolean isOutsideOf(DeclaredDependencies declared) {
            return !isFromOutside() && !declared.allows(caller, module);
        }

        public String p95Text() {
            return DisplayFormats.milliseconds(p95);
        }
    }

    /**
     * All events of a type for a listener.
     *
     * @param from the module of the event; {@code null} if it belongs to none
     * @param to the module of the listener; {@code null} if it belongs to none or no longer exists
     * @param delivered how many the listener has processed in this instance, since its start
     */
    record Flow(
            String event,
            String listener,
            @Nullable String from,
            @Nullable String to,
            long delivered,
            long failed,
            long outstanding) {

        Flow and(Flow other) {
            return new Flow(
                    event,
                    listener,
                    from,
                    to,
                    delivered + other.delivered,
                    failed + other.failed,
                    outstanding + other.outstanding);
        }
    }

    /**
     * A table of a module.
     *
     * @param module the module whose schema contains it
     * @param rows PostgreSQL's estimate
     * @param bytes including indexes
     */
    record Table(String module, String name, long rows, long bytes) {

        public String rowsText() {
            return DisplayFormats.count(rows);
        }

        public String size() {
            return DisplayFormats.bytes(bytes);
        }
    }
}
