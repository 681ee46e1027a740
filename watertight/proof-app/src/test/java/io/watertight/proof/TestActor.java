package io.watertight.proof;

import io.watertight.api.Actor;
import io.watertight.api.CurrentActor;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whoever tests. */
@Component
class TestActor implements CurrentActor {

    @Override
    public Actor actor() {
        return new Actor("tester", Set.of(Actor.ADMIN), null);
    }
}
