package io.watertight.boundary.data;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions in the database belong to no module; they are saved as soon as a response begins, which may be in one. */
@AutoConfiguration(afterName = "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration")
@ConditionalOnBean(type = "org.springframework.session.SessionRepository")
class SessionsAutoConfiguration {

    /** The name by which Spring Session looks for it. */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations(PlatformTransactionManager transactions) {
        return new OutsideModules(transactions);
    }
}
