package io.watertight.operations.events;

import org.jspecify.annotations.Nullable;

/** What the thread that calls a listener knows about the publication at hand, between the registry's notes and the call. */
final class ListenerThread {

    private static final ThreadLocal<Boolean> SKIPPED = new ThreadLocal<>();
    private static final ScopedValue<Boolean> POSTPONING = ScopedValue.newInstance();

    private ListenerThread() {}

    /** Runs a listener's task to its end without the listener, whose publication then waits in the registry. */
    static void postpone(Runnable task) {
        ScopedValue.where(POSTPONING, true).run(task);
    }

    static boolean isPostponing() {
        return POSTPONING.isBound();
    }

    /** The publication is not this thread's to work on. */
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
