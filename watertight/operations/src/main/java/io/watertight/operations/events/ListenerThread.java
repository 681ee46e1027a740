package io.watertight.operations.events;

import org.jspecify.annotations.Nullable;

/** Passes information about the current publication from the registry's advice to the call of the listener, on one thread. */
final class ListenerThread {

    private static final ThreadLocal<Boolean> SKIPPED = new ThreadLocal<>();
    private static final ScopedValue<Boolean> POSTPONING = ScopedValue.newInstance();

    private ListenerThread() {}

    /** Completes a listener's task without calling the listener, whose publication then waits in the registry. */
    static void postpone(Runnable task) {
        ScopedValue.where(POSTPONING, true).run(task);
    }

    static boolean isPostponing() {
        return POSTPONING.isBound();
    }

    /** Marks the publication as not to be processed by this thread. */
    static void skip() {
        SKIPPED.set(true);
    }

    static boolean isSkipped() {
        @Nullable Boolean skipped = SKIPPED.get();
        return skipped != null;
    }

    static void forget() {
        SKIPPED.remove();
    }
}
