package io.watertight.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Counts the wrong passwords from one network: for each name, and for all names together. The second limit does not apply to
 * names that have signed in from there before, so that others' attempts do not lock them out.
 */
public class WrongPasswords {

    private static final int NAMES_PER_NETWORK = 10;
    private static final long TRUSTED_NAMES = 20_000;
    private static final Duration TRUSTED_FOR = Duration.ofDays(30);

    private final RateLimiters perName;
    private final RateLimiters perOrigin;
    private final Cache<String, Boolean> trusted;
    private final Cache<String, PasswordsInComparison> inComparison;

    public WrongPasswords(int perName, Duration period) {
        this.perName = new RateLimiters(perName, period);
        this.perOrigin = new RateLimiters((long) perName * NAMES_PER_NETWORK, period);
        this.trusted = Caffeine.newBuilder()
                .maximumSize(TRUSTED_NAMES)
                .expireAfterAccess(TRUSTED_FOR)
                .build();
        // Removed as soon as no password of the name is being compared.
        this.inComparison = Caffeine.newBuilder().weakValues().build();
    }

    /** {@return an attempt; empty if the name or the network has had too many for now} */
    Optional<Try> begin(String name, ClientNetwork origin) {
        String key = origin.network() + ' ' + name.strip().toLowerCase(Locale.ROOT);
        boolean isTrusted = trusted.getIfPresent(key) != null;
        if (!isTrusted && !perOrigin.of(origin.network()).tryConsume(1)) {
            return Optional.empty();
        }
        PasswordsInComparison others = inComparison.get(key, _ -> new PasswordsInComparison());
        if (others.reserve(perName.of(key))) {
            return Optional.of(new Try(key, origin, isTrusted, others));
        }
        if (!isTrusted) {
            perOrigin.of(origin.network()).addTokens(1);
        }
        return Optional.empty();
    }

    void wasRight(Try done) {
        trusted.put(done.key(), true);
        wasNotCompared(done);
    }

    /** Undoes the attempt. */
    void wasNotCompared(Try done) {
        done.others().refund(perName.of(done.key()));
        if (!done.isTrusted()) {
            perOrigin.of(done.origin().network()).addTokens(1);
        }
    }

    void wasWrong(Try done) {
        done.others().keep();
        if (done.isTrusted()) {
            perOrigin.of(done.origin().network()).tryConsume(1);
        }
    }

    /** {@return the number of names with recent wrong passwords} */
    long size() {
        return perName.size();
    }

    /**
     * An attempt to sign in, counted as wrong until the password has turned out to be correct.
     *
     * @param others the passwords of the same name that are being compared
     */
    record Try(String key, ClientNetwork origin, boolean isTrusted, PasswordsInComparison others) {}
}
