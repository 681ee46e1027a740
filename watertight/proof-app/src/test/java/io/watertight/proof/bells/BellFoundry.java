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

    long count();

    /** A bell as others see it. */
    record BellDto(String name, int ornaments) {}
}
