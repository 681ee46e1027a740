package io.watertight.web;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** A body exceeds the size limit. An {@link IOException}, because this may show only while the body is read. */
class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(DataSize limit) {
        super("The body exceeds the limit of %s bytes.".formatted(limit.toBytes()));
    }
}
