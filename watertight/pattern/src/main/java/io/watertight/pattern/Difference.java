package io.watertight.pattern;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field that two people may have changed at the same time, as a page of conflicts shows it.
 *
 * @param field its name, for a reader
 * @param was when the form was opened; {@code null} if that is not known
 * @param now what the other person has made of it, or left
 * @param yours what this person has made of it; {@code null} if nothing
 * @param contested whether both have changed it, each in another way
 */
public record Difference<T>(
        String field, @Nullable T was, T now, @Nullable T yours, boolean contested) {

    /** Compares what was typed with what it was and with what it is. */
    public static <T> Difference<T> between(String field, @Nullable T was, T now, T typed) {
        boolean changed = !typed.equals(was);
        return new Difference<>(
                field, was, now, changed ? typed : null, changed && !now.equals(was) && !now.equals(typed));
    }

    /** What it becomes if nobody's change is to be lost; where it is contested, this person's wins. */
    public T merged() {
        return Objects.requireNonNullElse(yours, now);
    }
}
