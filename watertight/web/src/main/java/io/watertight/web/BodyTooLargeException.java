package io.watertight.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A body is larger than what is read. An {@link IOException}, because it may be noticed only while reading. */
class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(DataSize limit) {
        super("The body is larger than %d bytes, which is the most that is read here.".formatted(limit.toBytes()));
    }

    /** The one among the causes, if there is one. */
    static @Nullable BodyTooLargeException in(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException found) {
                return found;
            }
        }
        return null;
    }
}
