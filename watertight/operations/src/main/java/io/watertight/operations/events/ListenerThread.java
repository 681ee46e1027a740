package io.watertight.operations.events;

import org.jspecify.annotations.Nullable;

/** Passes information about the current publication from the registry's advice to the call of the listener, on one thread. */
final class ListenerThread {

    private enum Outcome {
        SKIPPED,
        UNANSWERED
    }

    private static final ThreadLocal<Outcome> OUTCOME = new ThreadLocal<>();
    private static final ScopedValue<Boolean> RESUBMITTING = ScopedValue.newInstance();
    private static final ScopedValue<Boolean> POSTPONING = ScopedValue.newInstance();

    private ListenerThread() {}

    /** Submits tasks for publications that this instance has claimed. */
    static void resubmit(Runnable submission) {
        ScopedValue.where(RESUBMITTING, true).run(submission);
    }

    static boolean isResubmitting() {
        return RESUBMITTING.isBound();
    }

    /**
     * Completes a listener's task without calling the listener, whose publication then waits in the registry.
     *
     * @param claimed whether this instance had claimed the publication, and has to put it back
     */
    static void postpone(Runnable task, boolean claimed) {
        ScopedValue.where(POSTPONING, claimed).run(task);
    }

    static boolean isPostponing() {
        return POSTPONING.isBound();
    }

    static boolean isPostponingAClaim() {
        return POSTPONING.orElse(false);
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
