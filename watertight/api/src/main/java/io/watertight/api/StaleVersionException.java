package io.watertight.api;

/** Changed by someone else: what the caller wants to change is no longer what they have seen. */
public final class StaleVersionException extends Problem {

    public StaleVersionException() {
        super(
                "stale-version",
                Kind.STALE,
                "Someone else changed it after you read it. Read it again, and repeat your change on the new version.");
    }
}
