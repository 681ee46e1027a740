package io.watertight.operations.events;

import org.jspecify.annotations.Nullable;

/** Passes information about the current publication from the registry's advice to the call of the listener, on one thread. */
final class ListenerThread {

    private enum Outcome {
        SKIPPED,
        UNANSWERED
    }

    private static final ThreadLocal<Outcome> OUTCOME = new ThreadLocal<>();
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
        OUTCOME.set(Outcome.SKIPPED);
    }

    static boolean isSkipped() {
        return is(Outcome.SKIPPED);
    }

    /** Marks the listener as one that called another process and got no response. */
    static void unanswered() {
        OUTCOME.set(Outcome.UNANSWERED);
    }

    static boolean isUnanswered() {
        return is(Outcome.UNANSWERED);
    }

    private static boolean is(Outcome outcome) {
        @Nullable Outcome now = OUTCOME.get();
        return now == outcome;
    }

    static void forget() {
        OUTCOME.remove();
    }
}
