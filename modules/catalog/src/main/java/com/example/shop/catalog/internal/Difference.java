package com.example.shop.catalog.internal;

import org.jspecify.annotations.Nullable;

/**
 * A part of a product of which two people may have made something.
 *
 * @param was when the form was opened; {@code null} if that is not known
 * @param now what the faster one has made of it, or left
 * @param yours what the slower one has made of it; {@code null} if nothing
 * @param contested whether both have changed it, each in another way
 */
record Difference<T>(
        String field, @Nullable T was, T now, @Nullable T yours, boolean contested) {

    static <T> Difference<T> between(String field, @Nullable T was, T now, T typed) {
        boolean changed = !typed.equals(was);
        return new Difference<>(
                field, was, now, changed ? typed : null, changed && !now.equals(was) && !now.equals(typed));
    }

    /** What it becomes if nobody's change is to be lost; where it is contested, the slower one's wins. */
    T merged() {
        return yours == null ? now : yours;
    }
}
