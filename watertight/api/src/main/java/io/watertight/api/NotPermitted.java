package io.watertight.api;

/** The caller is known, or may stay unknown, but this is not for him. */
public final class NotPermitted extends Problem {

    private static final long serialVersionUID = 1L;

    public NotPermitted() {
        super("not-permitted", Kind.FORBIDDEN, "This is not for you to do. Ask somebody who has the role for it.");
    }
}
