package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Production, as far as the lock is concerned: an identity provider issues tokens, and there are no accounts. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = ShopApplication.class,
        properties = {
            "spring.profiles.active=production",
            "watertight.security.attributes.customer=customer_number",
            "watertight.security.roles-claim=shop_roles",
            "SHOP_SECURITY_AUDIENCE=" + IdentityProvider.AUDIENCE,
            "watertight.security.anonymous-requests-per-minute=200",
            "server.forward-headers-strategy=native"
        })
@AutoConfigureRestTestClient
class TokenTests {

    private static final IdentityProvider PROVIDER = new IdentityProvider();

    /** Where nothing else comes from, so that what is used up there is missed by no other test. */
    private static final String ELSEWHERE = "192.0.2.2";

    @Autowired
    RestTestClient http;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("SHOP_SECURITY_ISSUER", PROVIDER::issuer);
    }

    @AfterAll
    static void closeProvider() {
        PROVIDER.close();
    }

    @Test
    void letClerksWorkAndCustomersBuyUnderTheNumberOfTheirClaim() {
        String clerk = PROVIDER.token("clerk-7", Map.of("shop_roles", List.of("clerk")));
        String buyer = PROVIDER.token("buyer-7", Map.of("shop_roles", List.of("customer"), "customer_number", "T-1"));
        String other = PROVIDER.token("buyer-8", Map.of("shop_roles", List.of("customer"), "customer_number", "T-2"));
        assertThat(post(clerk, "/api/customers", Map.of("number", "T-1", "country", "Norway")))
                .isEqualTo(201);
        assertThat(post(
                        clerk,
                        "/api/products",
                        Map.of("sku", "T-A", "name", "Lamp", "price", ShopClient.gbp("2.55"), "stock", 5)))
                .isEqualTo(201);
        assertThat(post(buyer, "/api/orders", ShopClient.orderOf("T-1", List.of("T-A"), 1)))
                .isEqualTo(201);
        assertThat(post(other, "/api/orders", ShopClient.orderOf("T-1", List.of("T-A"), 1)))
                .isEqualTo(422);
        assertThat(items(buyer)).hasSize(1);
        assertThat(items(other)).isEmpty();
        assertThat(items(clerk)).hasSize(1);
    }

    @Test
    void countForNothingIfTheyAreExpiredForeignForgedOrUnsigned() {
        Map<String, Object> admin = Map.of("shop_roles", List.of("admin"));
        String expired = PROVIDER.token(
                admin, it -> it.expirationTime(Date.from(Instant.now().minusSeconds(3600))));
        String foreign = PROVIDER.token(admin, it -> it.issuer("http://elsewhere.example"));
        String forged;
        try (IdentityProvider forger = new IdentityProvider()) {
            forged = forger.token(admin, it -> it.issuer(PROVIDER.issuer()));
        }
        String unsigned = encoded("{\"alg\":\"none\"}")
                + '.'
                + encoded("{\"iss\":\"%s\",\"sub\":\"x\",\"exp\":9999999999,\"shop_roles\":[\"admin\"]}"
                        .formatted(PROVIDER.issuer()))
                + '.';
        for (String token : List.of(expired, foreign, forged, unsigned, "nonsense")) {
            assertThat(get(token, "/api/orders")).as(token).isEqualTo(401);
        }
    }

    @Test
    void makeNobodyTheSystemAndGiveNoRoleThatTheyDoNotName() {
        assertThat(get(PROVIDER.token("a", Map.of("shop_roles", List.of("system"))), "/api/customers"))
                .isEqualTo(403);
        assertThat(get(PROVIDER.token("b", Map.of("roles", List.of("admin"))), "/api/customers"))
                .as("another claim")
                .isEqualTo(403);
        assertThat(get(PROVIDER.token("c", Map.of("shop_roles", List.of("customer"))), "/api/orders"))
                .as("a customer without a number")
                .isEqualTo(200);
        assertThat(items(PROVIDER.token("c", Map.of("shop_roles", List.of("customer")))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "system", "System ", "anonymous", "unknown", "demo", "a\nb", "a\0b"})
    void countForNothingIfTheirSubjectIsNobodyOrTheShopItself(String subject) {
        Map<String, Object> clerk = Map.of("shop_roles", List.of("clerk"));
        assertThat(get(PROVIDER.token(subject, clerk), "/api/orders")).isEqualTo(401);
    }

    @Test
    void countForNothingIfTheirSubjectIsMissingOrTooLong() {
        Map<String, Object> clerk = Map.of("shop_roles", List.of("clerk"));
        assertThat(get(PROVIDER.token(clerk, it -> it.subject(null)), "/api/orders"))
                .isEqualTo(401);
        assertThat(get(PROVIDER.token("x".repeat(201), clerk), "/api/orders")).isEqualTo(401);
        assertThat(get(PROVIDER.token("x".repeat(200), clerk), "/api/orders")).isEqualTo(200);
    }

    @Test
    void areTheOnlyWayIn() {
        int basic = http.get()
                .uri("/api/orders")
                .headers(it -> it.setBasicAuth("admin", "admin"))
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
        assertThat(basic).isEqualTo(401);
        http.get()
                .uri("/login")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(it -> assertThat(it).doesNotContain("type=\"password\""));
    }

    @Test
    void areNeededAfterTooManyRequestsWithout() {
        List<Integer> answers = IntStream.range(0, 260)
                .mapToObj(_ -> get("", "/api/products?limit=1", ELSEWHERE))
                .toList();
        assertThat(answers).contains(200, 429).containsOnly(200, 429);
        assertThat(get(PROVIDER.token("d", Map.of("shop_roles", List.of("clerk"))), "/api/products?limit=1", ELSEWHERE))
                .isEqualTo(200);
    }

    private int get(String token, String path) {
        return get(token, path, "192.0.2.1");
    }

    private int get(String token, String path, String address) {
        return http.get()
                .uri(path)
                .header("X-Forwarded-For", address)
                .headers(it -> {
                    if (!token.isEmpty()) {
                        it.setBearerAuth(token);
                    }
                })
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }

    private int post(String token, String path, Object body) {
        return http.post()
                .uri(path)
                .headers(it -> it.setBearerAuth(token))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }

    private JsonNode items(String token) {
        byte[] page = http.get()
                .uri("/api/orders")
                .headers(it -> it.setBearerAuth(token))
                .exchange()
                .returnResult(byte[].class)
                .getResponseBodyContent();
        return JsonMapper.shared().readTree(page).get("items");
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
