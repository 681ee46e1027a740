package io.watertight.security;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Refuses to start where nobody could come in, or where anybody's development accounts would guard production. */
class SecurityMode implements InitializingBean {

    private static final String LOCAL_ACCOUNTS = "platform.accounts.local";
    private static final String IN_PRODUCTION =
            "in production set SHOP_SECURITY_ISSUER to the address of your identity provider and leave local accounts off; "
                    + "for development set SHOP_LOCAL_ACCOUNTS=true and no issuer, as test-run and docker compose do. "
                    + "See docs/security.md";
    private static final Profiles PRODUCTION = Profiles.of("production | prod");

    private final Environment environment;
    private final ObjectProvider<JwtDecoder> tokens;
    private final ObjectProvider<UserDetailsService> accounts;

    SecurityMode(
            Environment environment, ObjectProvider<JwtDecoder> tokens, ObjectProvider<UserDetailsService> accounts) {
        this.environment = environment;
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @Override
    public void afterPropertiesSet() {
        boolean local = environment.getProperty(LOCAL_ACCOUNTS, Boolean.class, false);
        boolean issuer = tokens.getIfAvailable() != null;
        if (local && environment.acceptsProfiles(PRODUCTION)) {
            throw refused(true, "Local accounts are for development, and this is production: " + IN_PRODUCTION);
        }
        if (local && issuer) {
            throw refused(true, "There is an issuer of tokens, too, and one of them has to go: " + IN_PRODUCTION);
        }
        if (!issuer && accounts.getIfAvailable() == null) {
            throw refused(
                    local,
                    "Nobody could sign in, because there is neither an issuer of tokens nor are there local accounts: "
                            + IN_PRODUCTION);
        }
    }

    /** Spring Boot prints this one as a description and what to do, without a stack. */
    private static InvalidConfigurationPropertyValueException refused(boolean local, String reason) {
        return new InvalidConfigurationPropertyValueException(LOCAL_ACCOUNTS, local, reason);
    }
}
