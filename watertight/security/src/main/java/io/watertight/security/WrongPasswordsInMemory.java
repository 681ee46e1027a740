package io.watertight.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Counts the wrong passwords of this process. */
class WrongPasswordsInMemory implements WrongPasswords {

    static final int NAMES_PER_NETWORK = 10;

    private static final long TRUSTED_NAMES = 20_000;
    private static final Duration TRUSTED_FOR = Duration.ofDays(30);

    private final Duration pause;
    private final RateLimiters perName;
    private final RateLimiters perNetwork;
    private final Cache<String, Boolean> trusted;
    private final Cache<String, PasswordsInComparison> inComparison;

    WrongPasswordsInMemory(int perName, Duration period) {
        this.pause = period.dividedBy(perName);
        this.perName = new RateLimiters(perName, period);
        this.perNetwork = new RateLimiters((long) perName * NAMES_PER_NETWORK, period);
        this.trusted = Caffeine.newBuilder()
                .maximumSize(TRUSTED_NAMES)
                .expireAfterAccess(TRUSTED_FOR)
                .build();
        // Removed as soon as no password of the name is being compared.
        this.inComparison = Caffeine.newBuilder().weakValues().build();
    }

    @Override
    public Optional<Attempt> begin(String name, String network) {
        return take(name, network).map(it -> it);
    }

    Optional<Try> take(String name, String network) {
        String key = network + ' ' + name.strip().toLowerCase(Locale.ROOT);
        boolean isTrusted = trusted.getIfPresent(key) != null;
        if (!isTrusted && !perNetwork.of(network).tryConsume(1)) {
            return Optional.empty();
        }
        PasswordsInComparison others = inComparison.get(key, _ -> new PasswordsInComparison());
        if (others.reserve(perName.of(key))) {
            return Optional.of(new Try(key, network, isTrusted, others));
        }
        if (!isTrusted) {
            perNetwork.of(network).addTokens(1);
        }
        return Optional.empty();
    }

    @Override
    public Duration pause() {
        return pause;
    }

    /** {@return the number of names with recent wrong passwords} */
    long size() {
        return perName.size();
    }

    /** An attempt by a name from a network. */
    final class Try implements Attempt {

        private final String key;
        private final String network;
        private final boolean isTrusted;
        private final PasswordsInComparison others;

        /**
         * @param others the passwords of the same name that are being compared
         */
        private Try(String key, String network, boolean isTrusted, PasswordsInComparison others) {
            this.key = key;
            this.network = network;
            this.isTrusted = isTrusted;
            this.others = others;
        }

        /** {@return the network and the name, in one spelling} */
        String key() {
            return key;
        }

        String network() {
            return network;
        }

        /** {@return whether the name has signed in from there before} */
        boolean isTrusted() {
            return isTrusted;
        }

        @Override
        public boolean wasRight() {
            trusted.put(key, true);
            wasNotCompared();
            return true;
        }

        @Override
        public void wasNotCompared() {
            others.refund(perName.of(key));
            if (!isTrusted) {
                perNetwork.of(network).addTokens(1);
            }
        }

        @Override
        public boolean wasWrong() {
            others.keep();
            if (isTrusted) {
                perNetwork.of(network).tryConsume(1);
            }
            return true;
        }
    }
}
