package io.watertight.boundary;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.watertight.api.Problem;
import jakarta.validation.ConstraintViolationException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Counts calls into modules, once the application has started and if there is a meter registry. Events travel against the
 * dependencies, so listeners are counted separately.
 */
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
public class ModuleCallMetrics implements SmartInitializingSingleton {

    /** The timer of calls; its tags are {@code caller}, {@code module} and {@code outcome}. */
    public static final String CALLS = "module.calls";

    /** The timer of events that listeners were given; its tags are {@code listener}, {@code module} and {@code outcome}. */
    public static final String LISTENERS = "module.listeners";

    /** The caller tag of calls from outside all modules. */
    public static final String OUTSIDE = "outside";

    public static final String OK = "ok";
    public static final String REFUSED = "refused";
    public static final String FAILED = "failed";

    private static final double PERCENTILE = 0.95;

    /** The percentile covers this period; the default of two minutes is too short for a quiet application. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final ObjectProvider<MeterRegistry> registries;
    private final Map<MeterKey, Timer> timers = new ConcurrentHashMap<>();
    private final Map<Method, Optional<String>> listeners = new ConcurrentHashMap<>();

    private volatile @Nullable MeterRegistry meters;

    ModuleCallMetrics(ObjectProvider<MeterRegistry> registries) {
        this.registries = registries;
    }

    /** Not earlier: requesting the meter registry during bean creation would create it too early. */
    @Override
    public void afterSingletonsInstantiated() {
        meters = registries.getIfUnique();
    }

    @Nullable
    Object counted(
            @Nullable String caller,
            String module,
            Method method,
            Class<?> target,
            ScopedValue.CallableOp<@Nullable Object, Throwable> call)
            throws Throwable {
        MeterRegistry registry = meters;
        if (registry == null) {
            return call.call();
        }
        String outcome = FAILED;
        long begin = System.nanoTime();
        try {
            Object result = call.call();
            outcome = OK;
            return result;
        } catch (Problem | ConstraintViolationException e) {
            outcome = REFUSED;
            throw e;
        } finally {
            long duration = System.nanoTime() - begin;
            Optional<String> listener = listeners.computeIfAbsent(method, it -> listenerId(it, target));
            String from = listener.orElse(caller == null ? OUTSIDE : caller);
            timers.computeIfAbsent(
                            new MeterKey(listener.isPresent(), from, module, outcome), it -> it.timerIn(registry))
                    .record(duration, TimeUnit.NANOSECONDS);
        }
    }

    private static Optional<String> listenerId(Method method, Class<?> target) {
        EventListener listener = AnnotatedElementUtils.findMergedAnnotation(
                AopUtils.getMostSpecificMethod(method, target), EventListener.class);
        return Optional.ofNullable(listener)
                .map(EventListener::id)
                .map(it -> it.isEmpty() ? method.getDeclaringClass().getSimpleName() + '.' + method.getName() : it);
    }

    /**
     * @param from the listener's id, or the caller
     */
    private record MeterKey(boolean byEvent, String from, String module, String outcome) {

        Timer timerIn(MeterRegistry registry) {
            Timer.Builder timer = byEvent
                    ? Timer.builder(LISTENERS)
                            .description("Events delivered to a module's listener")
                            .tag("listener", from)
                    : Timer.builder(CALLS)
                            .description("Calls from one module, or from outside, into another")
                            .tag("caller", from);
            return timer.tag("module", module)
                    .tag("outcome", outcome)
                    .publishPercentiles(PERCENTILE)
                    .distributionStatisticExpiry(REMEMBERED)
                    .register(registry);
        }
    }
}
