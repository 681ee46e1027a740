package io.watertight.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Behind a proxy that tells where its requests come from, in an application that does not read it: all come from one place. */
@SecuredTest
@TestPropertySource(
        properties = {
            "watertight.security.address-requests-per-minute=5",
            "watertight.security.health-requests-per-minute=5"
        })
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class RateLimitTests {

    @Autowired
    RestTestClient http;

    @Test
    void countsRequestsThatAreRefusedBeforeAnythingKnowsWhoSendsThem() {
        assertThat(get("", "/api/open?words=%FF").getStatus().value()).isEqualTo(400);
        useUp("/api/open?words=%FF");
    }

    @Test
    void countsQuestionsAfterTheHealthForThemselves() {
        useUp("/api/open");
        assertThat(get("", "/actuator/health/liveness").getStatus().value()).isEqualTo(200);
        useUp("/actuator/health/liveness");
    }

    @Test
    void countsWhoIsKnownByNameWhereAllComeFromAProxy(CapturedOutput log) {
        useUp("/api/open");
        for (int i = 0; i < 12; i++) {
            assertThat(get("clerk", "/api/open").getStatus().value()).isEqualTo(200);
        }
        useUp("/api/open");
        assertThat(log.getOut().lines().filter(it -> it.contains("X-Forwarded-For")))
                .singleElement()
                .asString()
                .contains("WARN", "server.forward-headers-strategy");
        assertThat(body(get("admin", "/actuator/health"))).contains("server.forward-headers-strategy");
        assertThat(body(get("", "/actuator/health"))).doesNotContain("server.forward-headers-strategy");
    }

    /** Until a request is refused, which is sooner where requests are fast, because the allowance refills. */
    private void useUp(String path) {
        for (int i = 0; i < 500; i++) {
            if (get("", path).getStatus().value() == 429) {
                return;
            }
        }
        fail("No request to %s was refused".formatted(path));
    }

    private ExchangeResult get(String account, String path) {
        return http.get()
                .uri(URI.create("/").resolve(path))
                .header("X-Forwarded-For", "192.0.2.1")
                .headers(it -> {
                    if (!account.isEmpty()) {
                        it.setBasicAuth(account, SecuredApplication.PASSWORD);
                    }
                })
                .exchange()
                .returnResult(byte[].class);
    }

    private static String body(ExchangeResult answer) {
        return new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8);
    }
}
