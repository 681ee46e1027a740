package com.example.shop;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client of the shop does most, in a line each; products and customers are nobody else's. */
@Lazy
class ShopClient {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final RestTestClient http;
    private final JsonMapper json;

    ShopClient(RestTestClient http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    static String fresh(String prefix) {
        return String.format(Locale.ROOT, "%s-%06d", prefix, NEXT.incrementAndGet());
    }

    String product(long stock) {
        return product(fresh("P"), stock);
    }

    String product(String sku, long stock) {
        post("/api/products", Map.of("sku", sku, "name", sku, "price", gbp("2.55"), "stock", stock))
                .expectStatus()
                .isCreated();
        return sku;
    }

    void reprice(String sku, String price) {
        http.put()
                .uri("/api/products/{sku}", sku)
                .header(HttpHeaders.IF_MATCH, "*")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", sku, "price", gbp(price)))
                .exchange()
                .expectStatus()
                .isOk();
    }

    List<String> products(int count, long stock) {
        return IntStream.range(0, count).mapToObj(_ -> product(stock)).toList();
    }

    String customer() {
        String number = fresh("C");
        post("/api/customers", Map.of("number", number, "country", "United Kingdom"))
                .expectStatus()
                .isCreated();
        return number;
    }

    RestTestClient.ResponseSpec order(String customer, List<String> skus, int quantity) {
        return order(UUID.randomUUID().toString(), orderOf(customer, skus, quantity));
    }

    RestTestClient.ResponseSpec order(String key, Object body) {
        return http.post()
                .uri("/api/orders")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    String orderId(String customer, List<String> skus, int quantity) {
        return read(order(customer, skus, quantity).expectStatus().isCreated())
                .get("id")
                .asString();
    }

    static Map<String, Object> orderOf(String customer, List<String> skus, int quantity) {
        return Map.of(
                "customer",
                customer,
                "lines",
                skus.stream().map(it -> Map.of("sku", it, "quantity", quantity)).collect(Collectors.toList()));
    }

    static Map<String, String> gbp(String amount) {
        return Map.of("amount", amount, "currency", "GBP");
    }

    RestTestClient.ResponseSpec post(String path, Object body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    JsonNode get(String path) {
        return read(http.get().uri(path).exchange().expectStatus().isOk());
    }

    long stock(String sku) {
        return get("/api/products/" + sku).get("stock").asLong();
    }

    JsonNode read(RestTestClient.ResponseSpec response) {
        return json.readTree(response.returnResult(byte[].class).getResponseBodyContent());
    }
}
