package io.watertight.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.InternalAuthenticationServiceException;

/**
 * Counts the wrong passwords of all processes on one database. A row says when the last of its wrong passwords is forgotten. Each
 * wrong password moves that time on by a pause; while it is further away than the period, no password is compared. A correct
 * password writes nothing.
 *
 * <p>Each process limits simultaneous attempts in memory. So that nothing is gained by spreading them over processes, the result of
 * an attempt beyond the limit is not told, right or wrong.
 */
class WrongPasswordsInDatabase implements WrongPasswords {

    private static final String IS_EXHAUSTED = """
            select exists (
                select from sessions.wrong_password
                 where key = :name and forgotten_at + make_interval(secs => :pause) > now() + make_interval(secs => :period)
                    or key = :network and not :trusted
                       and forgotten_at + make_interval(secs => :networkPause) > now() + make_interval(secs => :period))""";

    private static final String ADD = """
            insert into sessions.wrong_password as w (key, forgotten_at) values (:key, now() + make_interval(secs => :pause))
                on conflict (key) do update
               set forgotten_at = greatest(w.forgotten_at, now()) + make_interval(secs => :pause)
            returning forgotten_at <= now() + make_interval(secs => :period)""";

    /** Two wrong passwords may run this at the same time. */
    private static final String FORGET = """
            delete from sessions.wrong_password
             where key in (select key from sessions.wrong_password
                            where forgotten_at < now() order by forgotten_at limit 100 for update skip locked)""";

    private final JdbcClient jdbc;
    private final WrongPasswordsInMemory here;
    private final double period;
    private final double pause;
    private final double networkPause;

    WrongPasswordsInDatabase(JdbcClient jdbc, int perName, Duration period) {
        this.jdbc = jdbc;
        this.here = new WrongPasswordsInMemory(perName, period);
        this.period = period.toMillis() / 1_000.0;
        this.pause = this.period / perName;
        this.networkPause = pause / WrongPasswordsInMemory.NAMES_PER_NETWORK;
    }

    @Override
    public Optional<Attempt> begin(String name, String network) {
        return here.take(name, network).map(Shared::new).filter(Shared::begin).map(it -> it);
    }

    @Override
    public Duration pause() {
        return here.pause();
    }

    /** So that nobody reads in passing what was typed, perhaps a password in the wrong field; it does not withstand guessing. */
    private static byte[] hashed(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static <T> T counted(Supplier<T> statements) {
        try {
            return statements.get();
        } catch (DataAccessException e) {
            throw new InternalAuthenticationServiceException("Wrong passwords cannot be counted", e);
        }
    }

    private final class Shared implements Attempt {

        private final WrongPasswordsInMemory.Try attempt;
        private final byte[] name;
        private final byte[] network;

        private Shared(WrongPasswordsInMemory.Try attempt) {
            this.attempt = attempt;
            this.name = hashed(attempt.key());
            this.network = hashed(attempt.network());
        }

        private boolean begin() {
            boolean begins = false;
            try {
                begins = counted(this::mayBeTold);
                return begins;
            } finally {
                if (!begins) {
                    attempt.wasNotCompared();
                }
            }
        }

        private boolean mayBeTold() {
            return !jdbc.sql(IS_EXHAUSTED)
                    .param("name", name)
                    .param("network", network)
                    .param("trusted", attempt.isTrusted())
                    .param("pause", pause)
                    .param("networkPause", networkPause)
                    .param("period", period)
                    .query(Boolean.class)
                    .single();
        }

        @Override
        public boolean wasRight() {
            boolean told = false;
            try {
                told = counted(this::mayBeTold);
                return told;
            } finally {
                if (told) {
                    attempt.wasRight();
                } else {
                    attempt.wasNotCompared();
                }
            }
        }

        @Override
        public boolean wasWrong() {
            attempt.wasWrong();
            return counted(() -> {
                boolean ofTheName = add(name, pause);
                boolean ofTheNetwork = add(network, networkPause);
                jdbc.sql(FORGET).update();
                return ofTheName && (ofTheNetwork || attempt.isTrusted());
            });
        }

        private boolean add(byte[] key, double forgottenAfter) {
            return jdbc.sql(ADD)
                    .param("key", key)
                    .param("pause", forgottenAfter)
                    .param("period", period)
                    .query(Boolean.class)
                    .single();
        }

        @Override
        public void wasNotCompared() {
            attempt.wasNotCompared();
        }
    }
}
