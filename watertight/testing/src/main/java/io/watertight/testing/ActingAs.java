package io.watertight.testing;

import io.watertight.api.Actor;
import io.watertight.api.CurrentActor;

/** Sets the current actor in tests: the system, unless a test acts as somebody else. */
public final class ActingAs implements CurrentActor {

    private volatile Actor current = Actor.system();

    @Override
    public Actor actor() {
        return current;
    }

    /** Applies to every thread, so that HTTP requests have this actor, too. */
    public void as(Actor actor, Runnable work) {
        Actor before = current;
        current = actor;
        try {
            work.run();
        } finally {
            current = before;
        }
    }
}
