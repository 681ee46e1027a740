package io.watertight.benchmarks.placing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;

/** Places orders over HTTP. */
final class HttpOrders implements Orders {

    private static final int CREATED = 201;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI shop;
    private final String credentials;

    HttpOrders(MeasuredShop shop) throws IOException {
        this(shop, shop.clerk());
    }

    /** @param clerk name and password, which a shop tells at its first start only */
    HttpOrders(MeasuredShop shop, String clerk) {
        this.shop = shop.url();
        this.credentials = "Basic " + Base64.getEncoder().encodeToString(clerk.getBytes(StandardCharsets.UTF_8));
    }

    /** Creates the products and customers of every {@link Basket}. */
    void prepare() throws IOException, InterruptedException {
        for (int i = 0; i < Basket.PRODUCTS; i++) {
            post("/api/products", """
                    {"sku":"%s","name":"Benchmark %d","price":{"amount":"2.55","currency":"GBP"},"stock":1000000000}""".formatted(Basket.sku(i), i));
        }
        for (int i = 0; i < Basket.CUSTOMERS; i++) {
            post("/api/customers", "{\"number\":\"%s\",\"country\":\"United Kingdom\"}".formatted(Basket.customer(i)));
        }
    }

    @Override
    public void place(Basket basket) throws IOException, InterruptedException {
        post("/api/orders", json(basket));
    }

    static String json(Basket basket) {
        String lines = basket.skus().stream()
                .map("{\"sku\":\"%s\",\"quantity\":1}"::formatted)
                .collect(Collectors.joining(","));
        return "{\"customer\":\"%s\",\"lines\":[%s]}".formatted(basket.customer(), lines);
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(shop.resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", credentials)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != CREATED) {
            throw new IOException("%s answered %d: %s".formatted(path, response.statusCode(), response.body()));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
