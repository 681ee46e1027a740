package io.watertight.api;

/**
 * Who is at work on this thread. Modules ask it where a rule depends on the person, so that the rule holds however they are
 * called; who answers, and how he knows, is the application's affair.
 */
@FunctionalInterface
public interface CurrentActor {

    /** Never {@code null}: somebody who has not said who he is, is {@link Actor#anonymous()}. */
    Actor actor();
}
