package io.watertight.security.accounts;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param local whether there are any
 * @param passwordsFile where new passwords are written, readable for its owner only; the log, if left out
 * @param accounts which there are
 */
@ConfigurationProperties("platform.accounts")
record AccountsProperties(
        @DefaultValue("false") boolean local,
        @Nullable Path passwordsFile,
        @DefaultValue List<Account> accounts) {

    /**
     * @param customer the number under which he buys, if he does
     */
    record Account(
            String name,
            @DefaultValue Set<String> roles,
            @Nullable String customer) {}
}
