package io.watertight.secured;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A team's own services may throw what Spring Security throws, wherever in an answer. */
@SecuredTest
@Import(SecurityExceptionTests.Throwing.class)
@ExtendWith(OutputCaptureExtension.class)
@Isolated
class SecurityExceptionTests {

    @Autowired
    RestTestClient http;

    @ParameterizedTest
    @CsvSource({
        "service, denied, clerk, 403",
        "service, unknown, clerk, 401",
        "service, denied, '', 401",
        "wrapped, denied, clerk, 403",
        "callable, denied, clerk, 403",
        "callable, unknown, clerk, 401",
        "future, denied, clerk, 403",
        "streamed, denied, clerk, 403",
    })
    void areRefusalsAndNoFaults(String place, String what, String account, int status, CapturedOutput log) {
        http.get()
                .uri("/throwing/{place}/{what}", place, what)
                .headers(it -> {
                    if (!account.isEmpty()) {
                        it.setBasicAuth(account, SecuredApplication.PASSWORD);
                    }
                })
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json");
        assertThat(log).doesNotContain("A request failed unexpectedly", "\tat ");
    }

    @RestController
    @PermitAll
    static class Throwing {

        private final Executor threads;

        Throwing(@Qualifier("applicationTaskExecutor") Executor threads) {
            this.threads = threads;
        }

        @GetMapping("/throwing/service/{what}")
        String service(@PathVariable String what) {
            throw exception(what);
        }

        @GetMapping("/throwing/wrapped/{what}")
        String wrapped(@PathVariable String what) {
            throw new IllegalStateException(exception(what));
        }

        @GetMapping("/throwing/callable/{what}")
        Callable<String> callable(@PathVariable String what) {
            return () -> {
                throw exception(what);
            };
        }

        @GetMapping("/throwing/future/{what}")
        CompletableFuture<String> future(@PathVariable String what) {
            return CompletableFuture.supplyAsync(() -> service(what), threads);
        }

        @GetMapping("/throwing/streamed/{what}")
        StreamingResponseBody streamed(@PathVariable String what) {
            return _ -> {
                throw exception(what);
            };
        }

        private static RuntimeException exception(String what) {
            return what.equals("denied") ? new AccessDeniedException("No") : new BadCredentialsException("Who?");
        }
    }
}
