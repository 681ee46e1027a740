package io.watertight.boundary.data;

import io.watertight.boundary.ModuleBoundaryInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs statements that belong to no module as the login, each on its own, also in the middle of a module's transaction. */
class OutsideModules implements TransactionOperations {

    private final TransactionTemplate suspending;

    OutsideModules(PlatformTransactionManager transactions) {
        this.suspending = new TransactionTemplate(transactions);
        this.suspending.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // It is null where the action returns null.
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        try {
            return (T) ModuleBoundaryInterceptor.outside(() -> suspending.execute(action));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A callback of a transaction has no checked exceptions", e);
        }
    }
}
