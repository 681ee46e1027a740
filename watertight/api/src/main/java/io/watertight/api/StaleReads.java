package io.watertight.api;

import org.jspecify.annotations.Nullable;

/**
 * Reading whose answer may be a few seconds old, as that of an export or of a figure over all rows. If the application has a read
 * replica, the replica answers. Whatever a command reads, or what follows a command, must not be among it.
 */
public final class StaleReads {

    private static final ScopedValue<Boolean> ALLOWED = ScopedValue.newInstance();

    private StaleReads() {}

    /**
     * {@return what the reading returns} Only read-only transactions are affected that begin in it, on this thread; a transaction of
     * the caller goes on as it began.
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
