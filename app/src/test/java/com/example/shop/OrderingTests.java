package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.watertight.testing.statements.StatementCounter;
import io.watertight.testing.statements.Statements;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class OrderingTests {

    @Autowired
    RestTestClient http;

    @Autowired
    ShopClient shop;

    @Autowired
    StatementCounter statements;

    @Test
    void placesAnOrderAndTakesItFromTheStock() {
        String customer = shop.customer();
        String sku = shop.product(10);
        JsonNode order = shop.read(shop.order(customer, List.of(sku, sku), 3)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"0\""));
        assertThat(order.get("total").get("amount").asString()).isEqualTo("15.30");
        assertThat(order.get("lines")).hasSize(2);
        assertThat(shop.stock(sku)).isEqualTo(4);
        assertThat(shop.get("/api/orders/" + order.get("id").asString())).isEqualTo(order);
        assertThat(shop.get("/api/orders?customer=" + customer).get("items")).hasSize(1);
    }

    @Test
    void namesWhatIsShortAndLeavesEverythingAsItWas() {
        String customer = shop.customer();
        String enough = shop.product(10);
        String few = shop.product(2);
        shop.order(customer, List.of(enough, few), 3)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .json("""
                        {"type":"urn:problem-type:insufficient-stock","status":409,
                         "short":[{"sku":"%s","requested":3,"available":2}],
                         "errors":[{"field":"lines[1].sku"}]}""".formatted(few));
        assertThat(shop.stock(enough)).isEqualTo(10);
        assertThat(shop.get("/api/orders?customer=" + customer).get("items")).isEmpty();
    }

    @Test
    void repeatsTheFirstAnswerToTheLetter() {
        String customer = shop.customer();
        Map<String, Object> body = ShopClient.orderOf(customer, List.of(shop.product(10)), 3);
        String key = UUID.randomUUID().toString();
        String first = text(shop.order(key, body).expectStatus().isCreated());
        String id = shop.read(shop.order(key, body).expectStatus().isCreated())
                .get("id")
                .asString();
        shop.post("/api/orders/%s/cancel".formatted(id), "").expectStatus().isOk();
        assertThat(text(shop.order(key, body).expectStatus().isCreated())).isEqualTo(first);
        shop.order(key, ShopClient.orderOf(customer, List.of(shop.product(10)), 4))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void needsAnIdempotencyKey() {
        Map<String, Object> body = ShopClient.orderOf(shop.customer(), List.of(shop.product(1)), 1);
        shop.post("/api/orders", body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
        shop.order("not visible", body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 500})
    void placesAnOrderOfAnyLengthInFiveStatements(int lines) {
        String customer = shop.customer();
        List<String> skus = shop.products(lines, 10);
        String id = "order of " + lines;
        JsonNode order = shop.read(http.post()
                .uri("/api/orders")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(StatementCounter.HEADER, id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(ShopClient.orderOf(customer, skus, 2))
                .exchange()
                .expectStatus()
                .isCreated());
        Statements placing = statements.of(id);
        // The last statement is the entry in the audit trail, the last trip the commit.
        assertThat(placing).hasCount(5).hasTrips(6);
        assertThat(placing.roleCount()).isZero();
        assertThat(during("/api/orders/%s/cancel".formatted(order.get("id").asString())))
                .hasCount(5);
    }

    @Test
    void countsWhatOneOrderAsksOfOtherModules(@Autowired MeterRegistry meters) {
        String customer = shop.customer();
        String sku = shop.product(1);
        long ofCatalog = callsOfOrders("catalog", meters);
        long ofCustomers = callsOfOrders("customers", meters);
        shop.order(customer, List.of(sku), 1).expectStatus().isCreated();
        // A listener of an earlier test may still be at work.
        assertThat(callsOfOrders("catalog", meters)).isGreaterThanOrEqualTo(ofCatalog + 1);
        assertThat(callsOfOrders("customers", meters)).isGreaterThanOrEqualTo(ofCustomers + 1);
    }

    private static long callsOfOrders(String module, MeterRegistry meters) {
        return meters.find("module.calls").tags("caller", "orders", "module", module).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    @Test
    void cancelsTheOpenOrdersOfADeactivatedCustomer() {
        String customer = shop.customer();
        String sku = shop.product(10);
        String id = shop.orderId(customer, List.of(sku), 4);
        shop.post("/api/customers/%s/deactivate".formatted(customer), "")
                .expectStatus()
                .isOk();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                shop.get("/api/orders/" + id).get("status").asString())
                        .isEqualTo("CANCELLED"));
        assertThat(shop.stock(sku)).isEqualTo(10);
        shop.order(customer, List.of(sku), 1).expectStatus().isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void marksOpenOrdersOfADiscontinuedProductAndSellsNoMoreOfIt() {
        String customer = shop.customer();
        String sku = shop.product(10);
        String id = shop.orderId(customer, List.of(sku), 4);
        shop.post("/api/products/%s/discontinue".formatted(sku), "")
                .expectStatus()
                .isOk();
        shop.order(customer, List.of(sku), 1)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem-type:products-discontinued");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                shop.get("/api/orders/" + id).get("attention").asString())
                        .isEqualTo(sku + " is discontinued"));
        shop.post("/api/orders/%s/ship".formatted(id), "").expectStatus().isOk();
    }

    @Test
    void takesOverAnOrderThatWasAgreedElsewhere() {
        String sku = shop.product(100_000);
        Map<String, Object> agreed = Map.of(
                "customer",
                shop.customer(),
                "placedAt",
                "2010-12-01T08:26:00Z",
                "deliveryCountry",
                "EIRE",
                "lines",
                List.of(
                        Map.of("sku", sku, "quantity", 80_995, "unitPrice", ShopClient.gbp("0.085")),
                        Map.of("sku", sku, "quantity", 1, "unitPrice", ShopClient.gbp("1.95"))));
        JsonNode order = shop.read(http.post()
                .uri("/api/orders/imports")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(agreed)
                .exchange()
                .expectStatus()
                .isCreated());
        assertThat(order.get("total").get("amount").asString()).isEqualTo("6886.525");
        assertThat(order.get("placedAt").asString()).isEqualTo("2010-12-01T08:26:00Z");
        assertThat(order.get("deliveryCountry").asString()).isEqualTo("EIRE");
        assertThat(shop.stock(sku)).isEqualTo(100_000 - 80_996);
    }

    private Statements during(String path) {
        http.post()
                .uri(path)
                .header(StatementCounter.HEADER, path)
                .exchange()
                .expectStatus()
                .isOk();
        return statements.of(path);
    }

    private static String text(RestTestClient.ResponseSpec response) {
        return new String(response.returnResult(byte[].class).getResponseBodyContent(), StandardCharsets.UTF_8);
    }
}
