package io.watertight.api;

/** Someone else has changed what the caller wants to change. */
public final class StaleVersionException extends Problem {

    public StaleVersionException() {
        super(
                "stale-version",
                Kind.STALE,
                "Someone else changed it after you read it. Read it again, and repeat your change on the new version.");
    }
}
