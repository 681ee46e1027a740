package io.watertight.operations.modules;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import io.watertight.boundary.DeclaredDependencies;
import io.watertight.boundary.ModuleCallMetrics;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Calls between modules, from the meters of this instance, since its start. */
class ObservedCalls {

    private final ObjectProvider<MeterRegistry> meters;

    ObservedCalls(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters;
    }

    List<Call> all() {
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
}
