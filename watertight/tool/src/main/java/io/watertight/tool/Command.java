package io.watertight.tool;

import java.util.Set;

/** Something that the tool can do: it looks, and answers with a plan; whether that is carried out is decided elsewhere. */
interface Command {

    String name();

    /** What it does, in the list of all commands. */
    String summary();

    /** How it is called, with an example. */
    String help();

    default Set<String> flags() {
        return Set.of();
    }

    default Set<String> valued() {
        return Set.of();
    }

    /** Whether changes of somebody else's would be mixed up with those of the command. */
    default boolean needsCleanWorkTree() {
        return true;
    }

    Result run(Arguments arguments, Plan plan);
}
