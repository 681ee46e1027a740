package io.watertight.secured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The issuer goes away while the application is running. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = SecuredApplication.class,
        properties = "spring.security.oauth2.resourceserver.jwt.audiences=" + IdentityProvider.AUDIENCE)
@AutoConfigureRestTestClient
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
@Isolated
class TokenOutageTests {

    private static final IdentityProvider PROVIDER = new IdentityProvider();
    private static final Map<String, Object> CLERK = Map.of("roles", List.of("clerk"));

    @Autowired
    RestTestClient http;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", PROVIDER::issuer);
    }

    @Test
    void isToldAsSuchForKeysThatAreNotKnownAndNotNoticedForThoseThatAre(CapturedOutput log) {
        assertThat(get(PROVIDER.token(CLERK, it -> it)).getStatus().value()).isEqualTo(200);
        PROVIDER.fail();
        int before = log.getOut().length();
        ExchangeResult answer = get(unknownKey(0));
        assertThat(answer.getStatus().value()).isEqualTo(503);
        assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isEqualTo("10");
        assertThat(log.getOut()
                        .substring(before)
                        .lines()
                        .filter(it -> it.contains("WARN") || it.contains("ERROR") || it.startsWith("\tat")))
                .singleElement()
                .asString()
                .contains(PROVIDER.issuer());
        for (int i = 1; i < 20; i++) {
            assertThat(get(unknownKey(i)).getStatus().value()).isIn(401, 503);
        }
        assertThat(log).contains("RateLimitReachedException").doesNotContain("(null)");
        assertThat(PROVIDER.fetches()).as("fetches of keys").isLessThanOrEqualTo(3);
        assertThat(get(PROVIDER.token(CLERK, it -> it)).getStatus().value()).isEqualTo(200);
    }

    private static String unknownKey(int number) {
        return PROVIDER.token(PROVIDER.header().keyID("unknown-" + number), CLERK, it -> it);
    }

    private ExchangeResult get(String token) {
        return http.get()
                .uri("/api/notes")
                .headers(it -> it.setBearerAuth(token))
                .exchange()
                .returnResult(byte[].class);
    }
}
