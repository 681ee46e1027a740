package io.watertight.api;

/** Someone else has changed what the caller wants to change. */
public final class StaleVersionException extends Problem {

    public StaleVersionException() {
        super(
                "stale-version",
                Kind.STALE,
                "Someone else has changed this since you read it. Read the current version, and make your change again.");
    }
}
