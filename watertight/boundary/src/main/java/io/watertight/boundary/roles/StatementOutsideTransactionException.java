package io.watertight.boundary.roles;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/** A module has executed a statement outside a transaction, so without the module's role. */
class StatementOutsideTransactionException extends InvalidDataAccessApiUsageException {

    StatementOutsideTransactionException(String module) {
        super("""
                Module '%s' executes a statement outside a transaction, and a module has its database role only inside one. \
                Put @Transactional on the method through which the module is called (of a service, a listener or a scheduled \
                job), and call it through its bean.""".formatted(module));
    }
}
