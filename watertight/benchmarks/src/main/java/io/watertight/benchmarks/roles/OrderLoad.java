package io.watertight.benchmarks.roles;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Clients that place orders as fast as possible; there are enough products that no order waits for another. */
final class OrderLoad implements AutoCloseable {

    private static final int PRODUCTS = 500;
    private static final int CUSTOMERS = 50;
    private static final int CREATED = 201;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final URI shop;
    private final String credentials;
    private final int clients;
    private final int lines;

    /**
     * Creates products and customers in the shop.
     *
     * @param user name and password, as HTTP Basic has them
     * @param lines of each order
     */
    OrderLoad(URI shop, String user, int clients, int lines) throws IOException, InterruptedException {
        this.shop = shop;
        this.credentials = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        this.clients = clients;
        this.lines = lines;
        for (int i = 0; i < PRODUCTS; i++) {
            post("/api/products", """
                    {"sku":"B%d","name":"Benchmark %d","price":{"amount":"2.55","currency":"GBP"},"stock":1000000000}""".formatted(i, i));
        }
        for (int i = 0; i < CUSTOMERS; i++) {
            post("/api/customers", "{\"number\":\"B%d\",\"country\":\"United Kingdom\"}".formatted(i));
        }
    }

    /** {@return orders per second} */
    double run(Duration length) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long end = begun + length.toNanos();
        var running = new ArrayList<Future<Integer>>();
        for (int i = 0; i < clients; i++) {
            running.add(threads.submit((Callable<Integer>) () -> orderUntil(end)));
        }
        long placed = 0;
        for (Future<Integer> client : running) {
            placed += placedBy(client);
        }
        return placed * 1e9 / (System.nanoTime() - begun);
    }

    private int orderUntil(long end) throws IOException, InterruptedException {
        int placed = 0;
        while (System.nanoTime() < end) {
            post("/api/orders", order());
            placed++;
        }
        return placed;
    }

    private String order() {
        var random = ThreadLocalRandom.current();
        String skus = random.ints(0, PRODUCTS)
                .distinct()
                .limit(lines)
                .mapToObj(it -> "{\"sku\":\"B%d\",\"quantity\":1}".formatted(it))
                .collect(Collectors.joining(","));
        return "{\"customer\":\"B%d\",\"lines\":[%s]}".formatted(random.nextInt(CUSTOMERS), skus);
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

    private static int placedBy(Future<Integer> client) throws IOException, InterruptedException {
        try {
            return client.get();
        } catch (ExecutionException e) {
            throw new IOException("A client had to give up", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.close();
        http.close();
    }
}
