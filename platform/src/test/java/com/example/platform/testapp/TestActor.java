package com.example.platform.testapp;

import com.example.shop.kernel.Actor;
import com.example.shop.kernel.CurrentActor;
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
