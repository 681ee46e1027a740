package io.watertight.boundary.data;

import org.springframework.dao.ConcurrencyFailureException;

/** Too many callers wait already, and none makes progress. */
class BulkheadFullException extends ConcurrencyFailureException {

    private static final long serialVersionUID = 1L;

    BulkheadFullException() {
        super("too many requests wait for the same data");
    }
}
