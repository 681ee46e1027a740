package io.watertight.pattern;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field that two people may have changed at the same time, for a page that shows conflicts.
 *
 * @param field the name of the field, for people
 * @param was the value when the form was opened; {@code null} if unknown
 * @param now the current value
 * @param yours this person's value; {@code null} if they have not changed it
 * @param contested whether both have changed it to different values
 */
public record Difference<T>(
        String field, @Nullable T was, T now, @Nullable T yours, boolean contested) {

    /** Compares the typed value with the original and the current one. */
    public static <T> Difference<T> between(String field, @Nullable T was, T now, T typed) {
        boolean changed = !typed.equals(was);
        return new Difference<>(
                field, was, now, changed ? typed : null, changed && !now.equals(was) && !now.equals(typed));
    }

    /** Compares one component of the typed record with those of the original and the current one. */
    public static <R, T> Difference<T> between(
            String field, @Nullable R was, R now, R typed, Function<R, T> component) {
        return between(field, was == null ? null : component.apply(was), component.apply(now), component.apply(typed));
    }

    /** {@return the merged value; if both have changed it, this person's} */
    public T merged() {
        return Objects.requireNonNullElse(yours, now);
    }
}
