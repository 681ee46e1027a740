package io.watertight.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.secured.SecuredApplication;
import io.watertight.security.WrongPasswords.Attempt;
import io.watertight.testing.WholeDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Two processes on one database count wrong passwords together. */
@SpringBootTest(
        classes = SecuredApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "watertight.security.sessions=database")
@AutoConfigureRestTestClient
@ActiveProfiles("accounts")
class WrongPasswordsInDatabaseTests {

    private static final int LIMIT = 10;
    private static final String LOOPBACK = "127.0.0.1";

    private final String network = UUID.randomUUID().toString();

    @Autowired
    WrongPasswords here;

    @Autowired
    RestTestClient http;

    @Autowired
    WholeDatabase database;

    @SuppressWarnings("NullAway.Init")
    private WrongPasswords there;

    @BeforeEach
    void startAnother(@Autowired JdbcClient jdbc) {
        there = new WrongPasswordsInDatabase(jdbc, LIMIT, Duration.ofMinutes(5));
        database.sql("delete from sessions.wrong_password").update();
    }

    @Test
    void areRefusedByBothAfterTenAtEither() {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(begun(i % 2 == 0 ? here : there, "max").wasWrong()).isTrue();
        }
        assertThat(here.begin("max", network)).isEmpty();
        assertThat(there.begin(" MAX", network)).isEmpty();
        assertThat(there.begin("max", network + "-2")).isPresent();
        begun(there, "moritz").wasNotCompared();
    }

    @Test
    void areForgottenOneAfterTheOther() {
        for (int i = 0; i < LIMIT; i++) {
            begun(here, "max").wasWrong();
        }
        assertThat(there.begin("max", network)).isEmpty();

        database.sql("update sessions.wrong_password set forgotten_at = forgotten_at - interval '30 s'")
                .update();
        assertThat(begun(there, "max").wasWrong()).isTrue();
        assertThat(there.begin("max", network)).isEmpty();
    }

    @Test
    void ofAHundredNamesAreThoseOfANetwork() {
        for (int i = 0; i < LIMIT * LIMIT; i++) {
            begun(i % 2 == 0 ? here : there, "name-" + i).wasWrong();
        }
        assertThat(here.begin("max", network)).isEmpty();
        assertThat(there.begin("max", network)).isEmpty();
    }

    @Test
    void ofANetworkDoNotLockOutWhoHasSignedInFromThere() {
        assertThat(begun(there, "max").wasRight()).isTrue();
        for (int i = 0; i < LIMIT * LIMIT; i++) {
            begun(here, "name-" + i).wasWrong();
        }
        assertThat(there.begin("moritz", network)).isEmpty();
        assertThat(begun(there, "max").wasRight()).isTrue();
    }

    @Test
    void areNotThoseThatWereRight() {
        for (int i = 0; i < 3 * LIMIT; i++) {
            assertThat(begun(i % 2 == 0 ? here : there, "max").wasRight()).isTrue();
        }
        begun(here, "max").wasNotCompared();
        assertThat(rows()).isZero();
    }

    @Test
    void atTheSameMomentTellNoMoreThanOneAfterTheOther() throws Exception {
        Attempt late = begun(here, "max");
        List<Attempt> begun = new ArrayList<>();
        for (WrongPasswords process : List.of(here, there)) {
            for (int i = 0; i < LIMIT - 1; i++) {
                begun.add(begun(process, "max"));
            }
        }
        CyclicBarrier together = new CyclicBarrier(begun.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(begun.size())) {
            List<Callable<Boolean>> ends = begun.stream()
                    .<Callable<Boolean>>map(it -> () -> {
                        together.await();
                        return it.wasWrong();
                    })
                    .toList();
            int told = 0;
            for (Future<Boolean> it : threads.invokeAll(ends)) {
                told += it.get() ? 1 : 0;
            }
            assertThat(told).isEqualTo(LIMIT);
        }
        assertThat(late.wasRight()).as("whether the right one is told").isFalse();
    }

    @Test
    void areDeletedWhenTheyAreForgotten() {
        IntStream.range(0, LIMIT).forEach(i -> begun(here, "name-" + i).wasWrong());
        assertThat(rows()).isEqualTo(LIMIT + 1);
        database.sql("update sessions.wrong_password set forgotten_at = now() - interval '1 s'")
                .update();

        begun(there, "max").wasWrong();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void areAnsweredAsThoseOfOneProcess() {
        String name = "nobody-" + network;
        for (int i = 0; i < LIMIT / 2; i++) {
            assertThat(begun(there, name, LOOPBACK).wasWrong()).isTrue();
            assertThat(signIn(name).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        }
        EntityExchangeResult<String> answer = signIn(name);
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isEqualTo("30");
        assertThat(answer.getResponseBody()).contains("Too many wrong passwords.");
    }

    @Test
    void thatCannotBeCountedAreNotCompared() {
        database.sql("alter table sessions.wrong_password rename to away").update();
        try {
            assertThatExceptionOfType(AuthenticationServiceException.class)
                    .isThrownBy(() -> here.begin("max", network));
            assertThat(signIn("max").getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        } finally {
            database.sql("alter table sessions.away rename to wrong_password").update();
        }
        for (int i = 0; i < LIMIT; i++) {
            begun(here, "max").wasWrong();
        }
    }

    private Attempt begun(WrongPasswords process, String name) {
        return begun(process, name, network);
    }

    private static Attempt begun(WrongPasswords process, String name, String network) {
        Optional<Attempt> attempt = process.begin(name, network);
        assertThat(attempt).as(name).isPresent();
        return attempt.orElseThrow();
    }

    private EntityExchangeResult<String> signIn(String name) {
        return http.get()
                .uri("/api/notes")
                .headers(it -> it.setBasicAuth(name, "wrong"))
                .exchange()
                .returnResult(String.class);
    }

    private long rows() {
        return database.sql("select count(*) from sessions.wrong_password")
                .query(Long.class)
                .single();
    }
}
