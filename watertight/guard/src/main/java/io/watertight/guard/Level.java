package io.watertight.guard;

/** How much a code base asks of itself. */
public enum Level {
    /** What breaks the promise in any Spring code base. A finding fails the build. */
    CORE,
    /** Conventions that make the promise easy to keep. A finding is a warning, unless this level is asked for. */
    STRICT
}
