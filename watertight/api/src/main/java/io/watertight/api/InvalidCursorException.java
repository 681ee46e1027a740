package io.watertight.api;

/** The cursor does not belong to the requested list. */
public final class InvalidCursorException extends Problem {

    public InvalidCursorException() {
        super(
                "invalid-cursor",
                Kind.INVALID,
                "This cursor does not belong to this list. Send 'next' unchanged and with the same filters, or omit the cursor"
                        + " to start at the beginning.",
                new Field("cursor", "does not belong to this list"));
    }
}
