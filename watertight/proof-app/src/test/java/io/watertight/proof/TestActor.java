package io.watertight.proof;

import io.watertight.api.Actor;
import io.watertight.api.CurrentActor;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The actor of the tests. */
@Component
class TestActor implements CurrentActor {

    @Override
    public Actor actor() {
        return new Actor("tester", Set.of("admin"), Map.of());
    }
}
