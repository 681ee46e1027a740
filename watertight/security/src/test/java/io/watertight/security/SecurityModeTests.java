package io.watertight.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.security.accounts.AccountsProperties;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

class SecurityModeTests {

    private static final JwtDecoder NOBODY = _ -> {
        throw new UnsupportedOperationException();
    };

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final MockEnvironment environment = new MockEnvironment();
    private boolean local;

    @ParameterizedTest
    @ValueSource(strings = {"production", "prod"})
    void refusesLocalAccountsInProduction(String profile) {
        environment.setActiveProfiles(profile);
        withLocalAccounts();
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(this::check)
                .withMessageContaining("a production profile is active");
    }

    @Test
    void refusesLocalAccountsBesideAnIssuer() {
        withLocalAccounts();
        withIssuer();
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(this::check)
                .withMessageContaining("a token issuer are both configured");
    }

    @Test
    void refusesAnApplicationThatNobodyCouldSignInTo() {
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(this::check)
                .withMessageContainingAll("Nobody could sign in", "issuer-uri", "watertight.accounts.local=true");
    }

    @Test
    void acceptsLocalAccountsForDevelopment() {
        withLocalAccounts();
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    /** Spring Boot's own decoder would accept any token that is signed with one of these keys, whoever it is for. */
    @ParameterizedTest
    @CsvSource({
        "jwk-set-uri=https://issuer.example/keys, audiences=shop, issuer-uri",
        "public-key-location=classpath:issuer.pem, audiences=shop, issuer-uri",
        "issuer-uri=https://issuer.example, audiences=, the claim aud",
        "issuer-uri=https://issuer.example, 'audiences= ', the claim aud"
    })
    void refusesKeysWithoutAnIssuerOrAnAudienceExceptWithATeamsOwnDecoder(String keys, String audience, String reason) {
        ApplicationContextRunner application = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        TokenAutoConfiguration.class, OAuth2ResourceServerAutoConfiguration.class))
                .withPropertyValues(
                        "spring.security.oauth2.resourceserver.jwt." + keys,
                        "spring.security.oauth2.resourceserver.jwt." + audience);
        application.run(it -> assertThat(it.getStartupFailure())
                .rootCause()
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining(reason));
        application
                .withBean(JwtDecoder.class, () -> NOBODY)
                .run(it -> assertThat(it).getBean(JwtDecoder.class).isSameAs(NOBODY));
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
        local = true;
        beans.addBean("accounts", new InMemoryUserDetailsManager());
    }

    private void withIssuer() {
        beans.addBean("tokens", NOBODY);
    }

    private void check() {
        SecurityMode.check(
                new AccountsProperties(local, false, null, List.of()),
                environment,
                beans.getBeanProvider(JwtDecoder.class),
                beans.getBeanProvider(UserDetailsService.class));
    }
}
