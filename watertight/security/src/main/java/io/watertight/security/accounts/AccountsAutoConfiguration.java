package io.watertight.security.accounts;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Local accounts, off by default. */
@AutoConfiguration
@ConditionalOnBooleanProperty(AccountsProperties.LOCAL)
class AccountsAutoConfiguration {

    @Bean
    GeneratedPasswords generatedPasswords() {
        return new GeneratedPasswords();
    }

    @Bean
    PasswordNotice passwordNotice(AccountsProperties properties) {
        return new PasswordNotice(properties.passwordsFile());
    }

    @Bean
    LocalAccounts localAccounts(
            AccountsProperties properties,
            GeneratedPasswords passwords,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            PasswordNotice notice,
            ObjectProvider<Flyway> migrator) {
        if (properties.newPasswords()) {
            // The application's own login may read and add accounts, but not delete them.
            JdbcClient.create(migrator.getObject().getConfiguration().getDataSource())
                    .sql("delete from accounts.local_account")
                    .update();
        }
        return new LocalAccounts(properties, passwords, jdbc, new TransactionTemplate(transactions), notice);
    }
}
