package io.watertight.security;

import io.watertight.security.accounts.AccountsProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Refuses to start if nobody could sign in, or if development accounts would be active in production. */
final class SecurityMode {

    private static final String IN_PRODUCTION = "in production set " + TokenAutoConfiguration.ISSUER + " and "
            + TokenAutoConfiguration.AUDIENCES
            + " as your identity provider says, and leave local accounts off; for development set "
            + AccountsProperties.LOCAL + "=true and no issuer. See docs/security.md";
    private static final Profiles PRODUCTION = Profiles.of("production | prod");

    private SecurityMode() {}

    static void check(
            AccountsProperties properties,
            Environment environment,
            ObjectProvider<JwtDecoder> tokens,
            ObjectProvider<UserDetailsService> accounts) {
        boolean local = properties.local();
        boolean issuer = tokens.getIfAvailable() != null;
        if (local && environment.acceptsProfiles(PRODUCTION)) {
            throw refused(
                    true, "Local accounts are for development, and a production profile is active: " + IN_PRODUCTION);
        }
        if (local && issuer) {
            throw refused(
                    true,
                    "Local accounts and a token issuer are both configured; remove one of them: " + IN_PRODUCTION);
        }
        if (!issuer && accounts.getIfAvailable() == null) {
            throw refused(
                    local,
                    "Nobody could sign in, because neither a token issuer nor local accounts are configured: "
                            + IN_PRODUCTION);
        }
    }

    /** Spring Boot prints this exception as a description and an action, without a stack trace. */
    private static InvalidConfigurationPropertyValueException refused(boolean local, String reason) {
        return new InvalidConfigurationPropertyValueException(AccountsProperties.LOCAL, local, reason);
    }
}
