package io.watertight.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;

/** Around a team's own accounts, whose names need not be those that people type. */
class SignInLimitTests {

    private final AtomicInteger looks = new AtomicInteger();
    private final WrongPasswordsInMemory wrongPasswords = new WrongPasswordsInMemory(10, Duration.ofMinutes(5));
    private final SignInLimit limit = new SignInLimit(this::compare, wrongPasswords);

    @Test
    void refusesNamesThatNobodyHasBeforeAnythingIsDoneWithThem() {
        assertThat(attempt("x".repeat(201), "wrong", "192.0.2.1")).isInstanceOf(BadCredentialsException.class);
        assertThat(looks).hasValue(0);
        assertThat(wrongPasswords.size()).isZero();
    }

    @Test
    void remembersNoNameOfThoseThatItDoesNotLookAt() {
        for (int i = 0; i < 1_000; i++) {
            attempt("made-up-" + i, "wrong", "192.0.2.1");
        }
        assertThat(looks).hasValueBetween(100, 110);
        assertThat(wrongPasswords.size()).isEqualTo(looks.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"max", "MAX", " max", "max\t"})
    void takesSpellingsOfANameForOne(String spelling) {
        for (int i = 0; i < 10; i++) {
            attempt("max", "wrong", "192.0.2.1");
        }
        assertThat(attempt(spelling, "right", "192.0.2.1")).isInstanceOf(TooManyWrongPasswords.class);
        assertThat(attempt(spelling, "right", "192.0.2.2")).isNull();
    }

    @Test
    void countsNoPasswordThatWasRight() {
        for (int i = 0; i < 200; i++) {
            assertThat(attempt("max", "right", "192.0.2.1")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void looksAtNoMorePasswordsAtTheSameMomentThanOneAfterTheOther(boolean known) throws Exception {
        if (known) {
            assertThat(attempt("max", "right", "192.0.2.1")).isNull();
            looks.set(0);
        }
        assertThat(atTheSameMoment("wrong")).doesNotContainNull();
        assertThat(looks).hasValueLessThanOrEqualTo(11);
    }

    @Test
    void looksAtAllPasswordsThatAreRightAtTheSameMoment() throws Exception {
        assertThat(attempt("max", "right", "192.0.2.1")).isNull();
        assertThat(atTheSameMoment("right")).containsOnlyNulls();
    }

    @Test
    void countsNoPasswordThatCouldNotBeCompared() {
        List.of(
                        new AuthenticationServiceException("The directory does not answer"),
                        new IllegalStateException("The answer cannot be read"))
                .forEach(failure -> {
                    SignInLimit away = new SignInLimit(
                            _ -> {
                                throw failure;
                            },
                            wrongPasswords);
                    for (int i = 0; i < 20; i++) {
                        assertThatException()
                                .isThrownBy(() -> away.authenticate(caller("max", "right", "192.0.2.1")))
                                .isSameAs(failure);
                    }
                    assertThat(attempt("max", "right", "192.0.2.1")).isNull();
                });
    }

    /** {@return what became of 200 attempts; null for each that succeeded} */
    private List<@Nullable AuthenticationException> atTheSameMoment(String password) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<@Nullable AuthenticationException>> running = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return attempt("max", password, "192.0.2.1");
                }));
            }
            start.countDown();
            List<@Nullable AuthenticationException> outcomes = new ArrayList<>();
            for (Future<@Nullable AuthenticationException> it : running) {
                outcomes.add(it.get());
            }
            return outcomes;
        }
    }

    private @Nullable AuthenticationException attempt(String name, String password, String address) {
        try {
            limit.authenticate(caller(name, password, address));
            return null;
        } catch (AuthenticationException e) {
            return e;
        }
    }

    private static Authentication caller(String name, String password, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        UsernamePasswordAuthenticationToken caller =
                UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        caller.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
        return caller;
    }

    private Authentication compare(Authentication caller) {
        looks.incrementAndGet();
        // Let others have a look at the same moment.
        Thread.yield();
        if (!"right".equals(caller.getCredentials())) {
            throw new BadCredentialsException("wrong");
        }
        return UsernamePasswordAuthenticationToken.authenticated("4711", null, AuthorityUtils.NO_AUTHORITIES);
    }
}
