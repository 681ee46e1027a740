package io.watertight.security.accounts;

import io.watertight.api.Actor;
import io.watertight.security.accounts.AccountsProperties.Account;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The configured accounts. An account without a password gets one at start-up: the first instance stores the hash and reveals
 * the password once.
 *
 * <p>They are loaded at start-up, so that no request needs a statement to find them. A start with
 * {@code watertight.accounts.new-passwords=true} generates new passwords; running instances keep the old ones.
 */
class LocalAccounts implements UserDetailsService {

    private static final int BITS = 130;
    private static final int RADIX = 32;

    private final Map<String, LocalAccount> accounts;

    LocalAccounts(
            AccountsProperties properties,
            PasswordEncoder encoder,
            JdbcClient jdbc,
            TransactionOperations transactions,
            PasswordNotice notice) {
        SecureRandom random = new SecureRandom();
        Map<String, String> created = new LinkedHashMap<>();
        Map<String, String> hashes = transactions.execute(_ -> {
            properties.accounts().forEach(it -> {
                String password = newPassword(random);
                if (create(jdbc, it.name(), encoder.encode(password))) {
                    created.put(it.name(), password);
                }
            });
            // Before the commit: a start that ends in between makes new ones, while nobody would ever learn these.
            if (!created.isEmpty()) {
                notice.tell(created);
            }
            return hashes(jdbc);
        });
        this.accounts = properties.accounts().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Account::name,
                        it -> new LocalAccount(
                                new Actor(it.name(), it.roles(), it.attributes()),
                                String.valueOf(hashes.get(it.name())))));
    }

    /** {@return 26 characters: the first bit is set, because a leading zero would be left out} */
    static String newPassword(SecureRandom random) {
        return new BigInteger(BITS, random).setBit(BITS - 1).toString(RADIX);
    }

    private static boolean create(JdbcClient jdbc, String name, @Nullable String hash) {
        return jdbc.sql("""
                        insert into accounts.local_account (name, password_hash)
                        values (:name, :hash)
                        on conflict (name) do nothing""").param("name", name).param("hash", hash).update() > 0;
    }

    private static Map<String, String> hashes(JdbcClient jdbc) {
        return jdbc
                .sql("select name, password_hash from accounts.local_account")
                .query((row, _) -> Map.entry(row.getString("name"), row.getString("password_hash")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public UserDetails loadUserByUsername(String name) throws UsernameNotFoundException {
        LocalAccount account = accounts.get(name);
        if (account == null) {
            throw new UsernameNotFoundException("There is no such account");
        }
        // A new object each time, because Spring Security erases the hash after the comparison.
        return new LocalAccount(account.actor(), String.valueOf(account.getPassword()));
    }
}
