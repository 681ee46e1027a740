package io.watertight.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A body exceeds the size limit. An {@link IOException}, because this may show only while the body is read. */
class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(DataSize limit) {
        super("The body exceeds the limit of %s bytes.".formatted(limit.toBytes()));
    }

    /** {@return the first one in the chain of causes, or {@code null}} */
    static @Nullable BodyTooLargeException in(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException found) {
                return found;
            }
        }
        return null;
    }
}
