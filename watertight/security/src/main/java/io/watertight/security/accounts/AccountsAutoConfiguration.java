package io.watertight.security.accounts;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.MessageDigestPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Local accounts, off by default and where the application has accounts of its own. */
@AutoConfiguration
@ConditionalOnBooleanProperty(AccountsProperties.LOCAL)
@ConditionalOnMissingBean(UserDetailsService.class)
class AccountsAutoConfiguration {

    /**
     * With 130 random bits the passwords cannot be guessed, so a fast hash protects them as well as a slow one (NIST SP 800-63B, section
     * 5.1.2.2, requires no more from 112 bits on), and programs can send them with every request.
     */
    @Bean
    @ConditionalOnMissingBean
    @SuppressWarnings("deprecation") // because passwords that people choose need a slow one
    PasswordEncoder passwordEncoder() {
        return new MessageDigestPasswordEncoder("SHA-256");
    }

    @Bean
    PasswordNotice passwordNotice(AccountsProperties properties) {
        return new PasswordNotice(properties.passwordsFile());
    }

    @Bean
    LocalAccounts localAccounts(
            AccountsProperties properties,
            PasswordEncoder encoder,
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
        return new LocalAccounts(properties, encoder, jdbc, new TransactionTemplate(transactions), notice);
    }
}
