package io.watertight.boundary.data;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.scheduling.support.TaskUtils;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.ErrorHandler;

/**
 * Logs what a scheduled job throws. A job comes again in seconds, so that a database that is away for a while would fill the
 * log with stack traces.
 */
class JobErrors implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(JobErrors.class);

    @Override
    public void handleError(Throwable error) {
        if (error instanceof DataAccessResourceFailureException
                || error instanceof TransientDataAccessResourceException
                || error instanceof CannotCreateTransactionException
                || error instanceof TransactionSystemException) {
            LOG.warn("A scheduled job could not reach the database; its next run tries again: {}", error.getMessage());
        } else {
            TaskUtils.LOG_AND_SUPPRESS_ERROR_HANDLER.handleError(error);
        }
    }
}
