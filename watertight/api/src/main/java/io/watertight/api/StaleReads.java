package io.watertight.api;

import org.jspecify.annotations.Nullable;

/**
 * Marks reads whose result may be a few seconds old, such as those of an export or of a figure over all rows. If the application
 * has a read replica, they use it. Do not mark what a command reads, or what a user reads right after a command.
 */
public final class StaleReads {

    private static final ScopedValue<Boolean> ALLOWED = ScopedValue.newInstance();

    private StaleReads() {}

    /**
     * {@return what the reading returns} This affects only read-only transactions that begin in it, on this thread, not a transaction
     * that the caller is already in.
     */
    public static <R extends @Nullable Object, X extends Throwable> R allow(ScopedValue.CallableOp<R, X> reading)
            throws X {
        return ScopedValue.where(ALLOWED, true).call(reading);
    }

    /** {@return whether what this thread reads may be stale} */
    public static boolean areAllowed() {
        return ALLOWED.isBound();
    }
}
