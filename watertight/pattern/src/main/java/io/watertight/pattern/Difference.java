package io.watertight.pattern;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What two people made of one field of a form.
 *
 * @param field its name
 * @param was when the second one opened the form
 * @param now what the first one saved
 * @param yours what the second one sends
 * @param changed whether the second one changed it
 * @param contested whether both changed it, each in another way
 */
public record Difference<T>(
        String field,
        @Nullable T was,
        @Nullable T now,
        @Nullable T yours,
        boolean changed,
        boolean contested) {

    public static <T> Difference<T> between(String field, @Nullable T was, @Nullable T now, @Nullable T yours) {
        boolean changed = !Objects.equals(yours, was);
        boolean contested = changed && !Objects.equals(now, was) && !Objects.equals(now, yours);
        return new Difference<>(field, was, now, yours, changed, contested);
    }

    /** What it becomes if no change is to be lost; where both changed it, the second change wins. */
    public @Nullable T merged() {
        return changed ? yours : now;
    }
}
