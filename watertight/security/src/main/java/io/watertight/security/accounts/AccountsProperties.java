package io.watertight.security.accounts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param local whether local accounts are enabled
 * @param newPasswords whether all of them get a new password at this start
 * @param passwordsFile the file for new passwords, readable by its owner only; if omitted, they are logged
 * @param accounts the accounts
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
     * @param attributes further information about the person, by name
     */
    public record Account(
            String name,
            @DefaultValue Set<String> roles,
            @DefaultValue Map<String, String> attributes) {}
}
