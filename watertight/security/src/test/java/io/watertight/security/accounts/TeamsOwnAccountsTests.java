package io.watertight.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Beans of a team's own in place of those of local accounts. */
class TeamsOwnAccountsTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AccountsAutoConfiguration.class))
            .withUserConfiguration(Properties.class)
            .withBean(JdbcClient.class, () -> mock(JdbcClient.class, RETURNS_DEEP_STUBS))
            .withBean(PlatformTransactionManager.class, () -> mock(PlatformTransactionManager.class))
            .withPropertyValues("watertight.accounts.local=true");

    @Test
    void replaceLocalAccountsAndTheHashOfTheirPasswords() {
        UserDetailsService own = new InMemoryUserDetailsManager();
        application
                .withBean("accounts", UserDetailsService.class, () -> own)
                .run(it -> assertThat(it)
                        .hasNotFailed()
                        .doesNotHaveBean(PasswordEncoder.class)
                        .getBean(UserDetailsService.class)
                        .isSameAs(own));
    }

    @Test
    void hashThePasswordsOfLocalAccounts() {
        PasswordEncoder own = new BCryptPasswordEncoder(4);
        application
                .withBean("passwordEncoder", PasswordEncoder.class, () -> own)
                .run(it -> assertThat(it)
                        .hasNotFailed()
                        .hasSingleBean(LocalAccounts.class)
                        .getBean(PasswordEncoder.class)
                        .isSameAs(own));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AccountsProperties.class)
    static class Properties {}
}
