package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

class SecurityModeTests {

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"production", "prod"})
    void refusesLocalAccountsInProduction(String profile) {
        environment.setActiveProfiles(profile);
        withLocalAccounts();
        assertThatExceptionOfType(InsecureSetupException.class)
                .isThrownBy(this::check)
                .withMessageContaining("this is production");
    }

    @Test
    void refusesLocalAccountsBesideAnIssuer() {
        withLocalAccounts();
        withIssuer();
        assertThatExceptionOfType(InsecureSetupException.class)
                .isThrownBy(this::check)
                .withMessageContaining("local accounts (platform.accounts.local) as well");
    }

    @Test
    void refusesAShopThatNobodyCouldEnter() {
        assertThatExceptionOfType(InsecureSetupException.class)
                .isThrownBy(this::check)
                .withMessageContaining("Nobody could sign in")
                .satisfies(it -> {
                    FailureAnalysis analysis = new InsecureSetupAnalyzer().analyze(it);
                    assertThat(analysis).isNotNull();
                    assertThat(analysis.getAction()).contains("SHOP_SECURITY_ISSUER", "SHOP_LOCAL_ACCOUNTS");
                });
    }

    @Test
    void acceptsLocalAccountsForDevelopment() {
        withLocalAccounts();
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void acceptsAnIssuerInProduction() {
        environment.setActiveProfiles("production");
        withIssuer();
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void acceptsATeamsOwnAccountsInProduction() {
        environment.setActiveProfiles("production");
        beans.addBean("accounts", new InMemoryUserDetailsManager());
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    private void withLocalAccounts() {
        environment.setProperty("platform.accounts.local", "true");
        beans.addBean("accounts", new InMemoryUserDetailsManager());
    }

    private void withIssuer() {
        JwtDecoder decoder = _ -> {
            throw new UnsupportedOperationException();
        };
        beans.addBean("tokens", decoder);
    }

    private void check() {
        new SecurityMode(
                        environment,
                        beans.getBeanProvider(JwtDecoder.class),
                        beans.getBeanProvider(UserDetailsService.class))
                .afterPropertiesSet();
    }
}
