package io.watertight.boundary.data;

import org.springframework.dao.ConcurrencyFailureException;

/** So many wait already, and none of them gets on. */
class BulkheadFullException extends ConcurrencyFailureException {

    private static final long serialVersionUID = 1L;

    BulkheadFullException() {
        super("too many requests wait for the same data");
    }
}
