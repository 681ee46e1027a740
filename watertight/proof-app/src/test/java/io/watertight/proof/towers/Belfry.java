package io.watertight.proof.towers;

import org.springframework.stereotype.Component;

/** A bean that no proxy can stand for: the method would find the proxy's own field, which is empty. */
@Component
public class Belfry {

    private final String name = String.valueOf("belfry");

    public final String name() {
        return name;
    }
}
