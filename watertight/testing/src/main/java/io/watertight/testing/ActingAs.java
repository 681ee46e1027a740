package io.watertight.testing;

import io.watertight.api.Actor;
import io.watertight.api.CurrentActor;

/** Says who is at work, in place of the application: the shop itself, unless a test lets somebody else do something. */
public final class ActingAs implements CurrentActor {

    private volatile Actor current = Actor.system();

    @Override
    public Actor actor() {
        return current;
    }

    /** On every thread, so that requests over HTTP are that actor's, too. */
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
