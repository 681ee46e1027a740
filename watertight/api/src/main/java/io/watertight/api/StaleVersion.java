package io.watertight.api;

/** Somebody else was faster: what the caller wants to change is no longer what he has seen. */
public final class StaleVersion extends Problem {

    private static final long serialVersionUID = 1L;

    public StaleVersion() {
        super(
                "stale-version",
                Kind.STALE,
                "It was changed by somebody else since you read it. Read it again, and repeat your change on the new version.");
    }
}
