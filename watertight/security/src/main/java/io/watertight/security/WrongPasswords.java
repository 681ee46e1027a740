package io.watertight.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Counts the wrong passwords that come from one place: for one name, and for all names together. The second count does not shut
 * out a name that has come in from there before, so that nobody's password is worth less for what others try beside them.
 */
public class WrongPasswords {

    private static final int NAMES = 10;
    private static final long FAMILIAR_NAMES = 20_000;
    private static final Duration FAMILIAR_FOR = Duration.ofDays(30);

    private final RateLimiters perName;
    private final RateLimiters perOrigin;
    private final Cache<String, Boolean> trusted;
    private final Cache<String, PasswordsInComparison> inComparison;

    public WrongPasswords(int perName, Duration period) {
        this.perName = new RateLimiters(perName, period);
        this.perOrigin = new RateLimiters((long) perName * NAMES, period);
        this.trusted = Caffeine.newBuilder()
                .maximumSize(FAMILIAR_NAMES)
                .expireAfterAccess(FAMILIAR_FOR)
                .build();
        // Forgotten as soon as no password of the name is being compared.
        this.inComparison = Caffeine.newBuilder().weakValues().build();
    }

    /** {@return a try of a password; empty if that name, or that place, has had too many for now} */
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

    /** As if it had not been tried. */
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

    /** {@return how many names are remembered for their wrong passwords} */
    long size() {
        return perName.size();
    }

    /**
     * A password that is about to be looked at, counted as wrong until it has turned out to be right.
     *
     * @param others those of the same name that are looked at at the same moment
     */
    record Try(String key, ClientNetwork origin, boolean isTrusted, PasswordsInComparison others) {}
}
