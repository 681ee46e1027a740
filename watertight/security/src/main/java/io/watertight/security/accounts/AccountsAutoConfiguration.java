package io.watertight.security.accounts;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Local accounts, where the configuration asks for them; off by default. */
@AutoConfiguration
@ConditionalOnClass(UserDetailsService.class)
@ConditionalOnBooleanProperty("platform.accounts.local")
@EnableConfigurationProperties(AccountsProperties.class)
class AccountsAutoConfiguration {

    @Bean
    GeneratedPasswords generatedPasswords() {
        return new GeneratedPasswords();
    }

    @Bean
    LocalAccounts localAccounts(
            AccountsProperties properties,
            GeneratedPasswords passwords,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        return new LocalAccounts(
                properties,
                passwords,
                jdbc,
                new TransactionTemplate(transactions),
                new PasswordNotice(properties.passwordsFile()));
    }
}
