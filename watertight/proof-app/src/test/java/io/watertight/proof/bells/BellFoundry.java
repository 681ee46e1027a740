package io.watertight.proof.bells;

import java.util.List;

/** What a module offers to others, with commands and a question. */
public interface BellFoundry {

    BellDto cast(String name, List<String> ornaments);

    /** As {@link #cast}, but it fails when all is done. */
    BellDto spoil(String name);

    void melt(String name);

    void meltAll(List<String> names);

    /** Changes nothing, though it might have. */
    void ponder(String name);

    /** Asks, and keeps others from an answer of their own meanwhile. */
    void guard(String name);

    /** Whoever wrote this took a method for a component. */
    BellDto polish(String name);

    long count();

    /** A bell as others see it. */
    record BellDto(String name, int ornaments) {}
}
