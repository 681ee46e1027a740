package io.watertight.api;

/**
 * The actor on this thread. Modules ask it where a rule depends on the caller, so that the rule holds however they are called.
 * The application decides how the actor is determined.
 */
@FunctionalInterface
public interface CurrentActor {

    /** {@return the actor; {@link Actor#anonymous()} for callers who have not signed in} */
    Actor actor();
}
