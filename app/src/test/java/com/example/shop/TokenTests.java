package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Production: callers send tokens of an identity provider. The toolkit decides which are valid, the shop what they permit. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = ShopApplication.class,
        properties = {
            "spring.profiles.active=production",
            "watertight.security.attributes.customer=customer_number",
            "watertight.security.roles-claim=shop_roles",
            "watertight.security.anonymous-requests-per-minute=20"
        })
@AutoConfigureRestTestClient
@Import(TokenTests.Claims.class)
class TokenTests {

    @Autowired
    RestTestClient http;

    @Test
    void letClerksWorkAndCustomersBuyUnderTheNumberOfTheirClaim() {
        String clerk = token("clerk-7", Map.of("shop_roles", List.of("clerk")));
        String buyer = token("buyer-7", Map.of("shop_roles", List.of("customer"), "customer_number", "T-1"));
        String other = token("buyer-8", Map.of("shop_roles", List.of("customer"), "customer_number", "T-2"));
        String nobody = token("buyer-9", Map.of("shop_roles", List.of("customer")));
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
        assertThat(items(nobody)).as("of a customer without a number").isEmpty();
        assertThat(items(clerk)).hasSize(1);
    }

    @Test
    void areTheOnlyWayIn() {
        http.get()
                .uri("/api/orders")
                .headers(it -> it.setBasicAuth("admin", "admin"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void areNeededAfterTooManyRequestsWithout() {
        List<Integer> answers = IntStream.range(0, 60)
                .mapToObj(_ -> http.get()
                        .uri("/api/products?limit=1")
                        .exchange()
                        .returnResult(byte[].class)
                        .getStatus()
                        .value())
                .toList();
        assertThat(answers).contains(200, 429).containsOnly(200, 429);
        assertThat(items(token("clerk-8", Map.of("shop_roles", List.of("clerk")))))
                .isNotNull();
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

    private static String token(String subject, Map<String, Object> claims) {
        byte[] json = JsonMapper.shared().writeValueAsString(claims).getBytes(StandardCharsets.UTF_8);
        return subject + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    static class Claims {

        /** Believes every token. */
        @Bean
        JwtDecoder decoder() {
            return token -> {
                String[] parts = token.split("\\.", 2);
                return Jwt.withTokenValue(token)
                        .header("alg", "none")
                        .subject(parts[0])
                        .claims(it -> it.putAll(JsonMapper.shared()
                                .readValue(
                                        Base64.getUrlDecoder().decode(parts[1]),
                                        new TypeReference<Map<String, Object>>() {})))
                        .build();
            };
        }
    }
}
