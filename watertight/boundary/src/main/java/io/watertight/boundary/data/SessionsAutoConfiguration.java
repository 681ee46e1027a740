package io.watertight.boundary.data;

import io.watertight.boundary.ModuleBoundaryInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions in the database belong to no module; they are saved as soon as a response begins, which may be in one. */
@AutoConfiguration(afterName = "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration")
@ConditionalOnBean(type = "org.springframework.session.SessionRepository")
class SessionsAutoConfiguration {

    /** The name by which Spring Session looks for it. */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations(PlatformTransactionManager transactions) {
        TransactionTemplate suspending = new TransactionTemplate(transactions);
        suspending.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        return new TransactionOperations() {

            /** As the login, each statement on its own, also in the middle of a module's transaction. */
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                return ModuleBoundaryInterceptor.outside(() -> suspending.execute(action));
            }
        };
    }
}
