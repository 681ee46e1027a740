package com.example.shop;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Refuses to start where nobody could come in, or where anybody's development accounts would guard production. */
class SecurityMode implements InitializingBean {

    private static final String LOCAL_ACCOUNTS = "platform.accounts.local";
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
            throw new InsecureSetupException(
                    "Local accounts (%s) are for development, and this is production.".formatted(LOCAL_ACCOUNTS));
        }
        if (local && issuer) {
            throw new InsecureSetupException(
                    "There is an issuer of tokens, and local accounts (%s) as well.".formatted(LOCAL_ACCOUNTS));
        }
        if (!issuer && accounts.getIfAvailable() == null) {
            throw new InsecureSetupException(
                    "Nobody could sign in: there is neither an issuer of tokens nor are there local accounts.");
        }
    }
}
