package io.watertight.pattern;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Two people's changes of one thing, component by component: what a page shows to the second of them, who saves a form that
 * was opened before the first one saved another.
 *
 * @param result what it becomes if no change is to be lost
 */
public record Merge<R extends Record>(List<Difference<Object>> differences, R result) {

    public Merge {
        differences = List.copyOf(differences);
    }

    /**
     * @param was when the second one opened the form
     * @param now what the first one saved
     * @param yours what the second one sends
     */
    public static <R extends Record> Merge<R> of(R was, R now, R yours) {
        List<Difference<Object>> differences = Arrays.stream(now.getClass().getRecordComponents())
                .map(it -> Difference.between(it.getName(), valueOf(it, was), valueOf(it, now), valueOf(it, yours)))
                .toList();
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) now.getClass();
        return new Merge<>(
                differences,
                BeanUtils.instantiateClass(
                        BeanUtils.getResolvableConstructor(type),
                        differences.stream().map(Difference::merged).toArray()));
    }

    private static @Nullable Object valueOf(RecordComponent component, Record it) {
        ReflectionUtils.makeAccessible(component.getAccessor());
        return ReflectionUtils.invokeMethod(component.getAccessor(), it);
    }
}
