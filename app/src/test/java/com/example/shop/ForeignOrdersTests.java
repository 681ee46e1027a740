package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Endpoints.Endpoint;
import com.example.shop.kernel.Roles;
import io.watertight.security.EndpointRules;
import io.watertight.security.EndpointRules.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A customer who has signed in tries every endpoint that lets customers in, on what belongs to somebody else. */
@ShopTest
class ForeignOrdersTests {

    /** As whom the local account buys. */
    private static final String OWN_NUMBER = "12356";

    @Autowired
    ApplicationContext context;

    @Autowired
    EndpointRules rules;

    @Autowired
    RestTestClient http;

    @Autowired
    TestAccounts accounts;

    @Autowired
    ShopClient shop;

    private String stranger = "";
    private String sku = "";
    private String order = "";

    @BeforeEach
    void somebodyElsesOrder() {
        if (stranger.isEmpty()) {
            shop.post("/api/customers", Map.of("number", OWN_NUMBER, "country", "Portugal"));
            stranger = shop.customer();
            sku = shop.product(100);
            order = shop.orderId(stranger, List.of(sku), 1);
        }
    }

    @TestFactory
    List<DynamicTest> doNotExistForHim() {
        List<DynamicTest> tests = Endpoints.of(context).stream()
                .filter(it -> rules.ruleFor(it.handler())
                        .filter(ForeignOrdersTests::isForCustomers)
                        .isPresent())
                .map(it -> DynamicTest.dynamicTest(it.toString(), () -> assertThatHeGetsNothing(it)))
                .toList();
        assertThat(tests).hasSizeGreaterThan(5);
        return tests;
    }

    @Test
    void areNotPlacedByAnotherCustomer() {
        int status = asCustomer(HttpMethod.POST, "/api/orders")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(ShopClient.orderOf(stranger, List.of(sku), 1))
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
        assertThat(status).isEqualTo(422);
        assertThat(shop.get("/api/orders?customer=" + stranger).get("items")).hasSize(1);
    }

    @Test
    void areLeftOutOfEveryList() {
        String own = shop.orderId(OWN_NUMBER, List.of(sku), 1);
        for (String path : List.of("/api/orders?limit=500", "/api/exports/orders", "/orders")) {
            assertThat(textOf(asCustomer(HttpMethod.GET, path)))
                    .as(path)
                    .contains(own)
                    .doesNotContain(order, stranger);
        }
        for (String path : List.of("/api/orders?customer=" + stranger, "/api/exports/orders?customer=" + stranger)) {
            assertThat(textOf(asCustomer(HttpMethod.GET, path))).as(path).doesNotContain(order);
        }
    }

    @Test
    void areNotRepeatedByAnotherCustomersUseOfTheirKey() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = ShopClient.orderOf(OWN_NUMBER, List.of(sku), 1);
        String first = shop.read(shop.order(key, body).expectStatus().isCreated())
                .get("id")
                .asString();
        String second = shop.read(asCustomer(HttpMethod.POST, "/api/orders")
                        .header("Idempotency-Key", key)
                        .body(body)
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .get("id")
                .asString();
        assertThat(second).isNotEqualTo(first);
    }

    private static boolean isForCustomers(Rule rule) {
        return rule.roles().contains(Roles.CUSTOMER);
    }

    private void assertThatHeGetsNothing(Endpoint endpoint) {
        String path = endpoint.path()
                .replace("{id}", order)
                .replace("{number}", stranger)
                .replace("{sku}", sku);
        assertThat(path)
                .as("a variable that this test has no foreign value for")
                .doesNotContain("{");
        RestTestClient.RequestBodySpec request = asCustomer(endpoint.method(), path + "?version=0")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (!endpoint.method().equals(HttpMethod.GET)) {
            request.contentType(MediaType.valueOf(endpoint.consumes()));
        }
        var answer = request.exchange().returnResult(byte[].class);
        if (endpoint.hasVariable()) {
            assertThat(answer.getStatus().value()).isEqualTo(404);
        }
        assertThat(new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8))
                .doesNotContain("\"customer\":\"" + stranger);
        assertThat(shop.get("/api/orders/" + order).get("status").asString()).isEqualTo("PLACED");
    }

    private RestTestClient.RequestBodySpec asCustomer(HttpMethod method, String path) {
        return http.method(method)
                .uri(path)
                .headers(it -> it.setBasicAuth("customer", accounts.passwordOf("customer")))
                .contentType(MediaType.APPLICATION_JSON);
    }

    private static String textOf(RestTestClient.RequestBodySpec request) {
        return new String(
                request.exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(byte[].class)
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);
    }
}
