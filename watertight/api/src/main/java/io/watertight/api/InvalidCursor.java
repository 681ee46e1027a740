package io.watertight.api;

import java.util.List;

/** A page was asked for with a cursor that this list did not give out. */
public final class InvalidCursor extends Problem {

    private static final long serialVersionUID = 1L;

    public InvalidCursor() {
        super(
                "invalid-cursor",
                Kind.INVALID,
                "This cursor does not belong to this list. Take it unchanged from 'next', with the same filters, or leave it out"
                        + " to start from the beginning.",
                List.of(new Field("cursor", "was not given out by this list")));
    }
}
