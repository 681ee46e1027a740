package io.watertight.api;

/** The caller, known or not, is not allowed to do this. */
public final class NotPermittedException extends Problem {

    public NotPermittedException() {
        super("not-permitted", Kind.FORBIDDEN, "You are not allowed to do this.");
    }
}
