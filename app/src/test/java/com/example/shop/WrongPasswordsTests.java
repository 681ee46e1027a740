package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.security.WrongPasswords;
import io.watertight.security.WrongPasswords.Attempt;
import io.watertight.testing.WholeDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Two processes on one database count wrong passwords together. */
@SplitShopTest
class WrongPasswordsTests {

    private static final int LIMIT = 10;

    @Autowired
    WrongPasswords here;

    @Autowired
    CallingProcess other;

    @Autowired
    ApplicationContext shop;

    @Autowired
    WholeDatabase database;

    private final String network = ShopClient.fresh("network-");

    @SuppressWarnings("NullAway.Init")
    private WrongPasswords there;

    @BeforeEach
    void forget() {
        there = other.service(WrongPasswords.class);
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
    void areAnsweredByEitherProcessAsByOne() {
        String name = ShopClient.fresh("nobody-");
        for (int i = 0; i < LIMIT; i++) {
            assertThat(signIn(i % 2 == 0, name).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        }
        for (boolean here : List.of(true, false)) {
            EntityExchangeResult<String> answer = signIn(here, name);
            assertThat(answer.getStatus()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
            assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isEqualTo("30");
            assertThat(answer.getResponseBody()).contains("Too many wrong passwords.");
        }
    }

    @Test
    void thatCannotBeCountedAreNotCompared() {
        database.sql("alter table sessions.wrong_password rename to away").update();
        try {
            assertThatExceptionOfType(AuthenticationServiceException.class)
                    .isThrownBy(() -> here.begin("max", network));
            assertThat(signIn(true, "max").getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        } finally {
            database.sql("alter table sessions.away rename to wrong_password").update();
        }
        for (int i = 0; i < LIMIT; i++) {
            begun(here, "max").wasWrong();
        }
    }

    private Attempt begun(WrongPasswords process, String name) {
        Optional<Attempt> attempt = process.begin(name, network);
        assertThat(attempt).as(name).isPresent();
        return attempt.orElseThrow();
    }

    private EntityExchangeResult<String> signIn(boolean here, String name) {
        ApplicationContext process = here ? shop : other.context();
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + process.getEnvironment().getRequiredProperty("local.server.port"))
                .build()
                .get()
                .uri("/api/customers")
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
