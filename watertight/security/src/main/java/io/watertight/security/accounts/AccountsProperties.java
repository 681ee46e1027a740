package io.watertight.security.accounts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param local whether there are any
 * @param newPasswords whether all of them get another password at this start
 * @param passwordsFile where new passwords are written, readable for its owner only; the log, if left out
 * @param accounts which there are
 */
@ConfigurationProperties("watertight.accounts")
public record AccountsProperties(
        @DefaultValue("false") boolean local,
        @DefaultValue("false") boolean newPasswords,
        @Nullable Path passwordsFile,
        @DefaultValue List<Account> accounts) {

    /** The setting that switches local accounts on. */
    public static final String LOCAL = "watertight.accounts.local";

    /**
     * @param attributes what else is known of whoever signs in, by name
     */
    public record Account(
            String name,
            @DefaultValue Set<String> roles,
            @DefaultValue Map<String, String> attributes) {}
}
