package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Behind a proxy that tells where its requests come from, in a shop that does not read it: all come from one place. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = ShopApplication.class,
        properties = {
            TestAccounts.LOCAL,
            TestAccounts.PASSWORDS + "limits.txt",
            "watertight.security.address-requests-per-minute=40",
            "watertight.security.health-requests-per-minute=40"
        })
@AutoConfigureRestTestClient
@Import(TestAccounts.class)
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class LimitTests {

    @Autowired
    RestTestClient http;

    @Autowired
    TestAccounts accounts;

    @Test
    void countRequestsThatAreRefusedBeforeAnythingKnowsWhoSendsThem() {
        assertThat(statuses("", "/api/products?words=%FF", 60))
                .startsWith(400)
                .contains(429)
                .containsOnly(400, 429);
    }

    @Test
    void countQuestionsAfterTheHealthForThemselves() {
        assertThat(statuses("", "/api/products?limit=1", 60)).contains(429);
        assertThat(statuses("", "/actuator/health/liveness", 60))
                .startsWith(200)
                .contains(429);
    }

    @Test
    void countWhoIsKnownByNameWhereAllComeFromAProxy(CapturedOutput log) {
        assertThat(statuses("", "/api/products?limit=1", 60)).contains(429);
        assertThat(statuses("clerk", "/api/products?limit=1", 60)).containsOnly(200);
        assertThat(statuses("", "/api/products?limit=1", 5)).contains(429);
        assertThat(log.getOut().lines().filter(it -> it.contains("X-Forwarded-For")))
                .singleElement()
                .asString()
                .contains("WARN", "server.forward-headers-strategy");
        assertThat(body(get("admin", "/actuator/health"))).contains("server.forward-headers-strategy");
        assertThat(body(get("", "/actuator/health"))).doesNotContain("server.forward-headers-strategy");
    }

    private List<Integer> statuses(String account, String path, int times) {
        return IntStream.range(0, times)
                .mapToObj(_ -> get(account, path).getStatus().value())
                .toList();
    }

    private ExchangeResult get(String account, String path) {
        return accounts.as(account, http)
                .get()
                .uri(URI.create("/").resolve(path))
                .header("X-Forwarded-For", "192.0.2.1")
                .exchange()
                .returnResult(byte[].class);
    }

    private static String body(ExchangeResult answer) {
        return new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8);
    }
}
