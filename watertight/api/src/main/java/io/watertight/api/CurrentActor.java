package io.watertight.api;

/**
 * Who is at work on this thread. Modules ask it where a rule depends on the person, so that the rule holds however they are
 * called; who answers, and how it is known, is the application's affair.
 */
@FunctionalInterface
public interface CurrentActor {

    /** Never {@code null}: whoever has not signed in is {@link Actor#anonymous()}. */
    Actor actor();
}
