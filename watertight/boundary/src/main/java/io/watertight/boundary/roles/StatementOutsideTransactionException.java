package io.watertight.boundary.roles;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/** A module has executed a statement where no transaction gives it the module's role. */
class StatementOutsideTransactionException extends InvalidDataAccessApiUsageException {

    StatementOutsideTransactionException(String module) {
        super("""
                Module '%s' executes a statement outside of a transaction, and a module has its database role only inside of \
                one. Put @Transactional on the method of the module that begins the work, the one that is called from outside \
                (a service's method, a listener's, a scheduled one's), and call it through its bean.""".formatted(module));
    }
}
