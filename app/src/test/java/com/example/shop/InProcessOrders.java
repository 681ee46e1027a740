package com.example.shop;

import static org.springframework.security.authentication.UsernamePasswordAuthenticationToken.authenticated;
import static org.springframework.security.core.authority.AuthorityUtils.createAuthorityList;

import com.example.shop.catalog.RequestedLine;
import com.example.shop.kernel.Roles;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.PlaceOrder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A bean that the benchmark {@code limit} adds to the shop (watertight/benchmarks): it places orders from within the shop's own process, as a
 * module does. How many, and for how long, the benchmark says at a port of its own:
 * {@code /<clients>/<lines of each order>/<milliseconds>/<products>/<customers>}; the answer is how many were placed a second.
 */
class InProcessOrders {

    private final OrderService orders;

    InProcessOrders(OrderService orders) {
        this.orders = orders;
    }

    @EventListener(ApplicationReadyEvent.class)
    void listen() throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger("in-process.port")), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] asked = exchange.getRequestURI().getPath().split("/", -1);
        int status = 200;
        String text;
        try {
            text = String.valueOf(rate(
                    Integer.parseInt(asked[1]),
                    Integer.parseInt(asked[2]),
                    Duration.ofMillis(Long.parseLong(asked[3])),
                    Integer.parseInt(asked[4]),
                    Integer.parseInt(asked[5])));
        } catch (Exception e) {
            status = 500;
            text = String.valueOf(e);
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private double rate(int clients, int lines, Duration length, int products, int customers) throws Exception {
        long begun = System.nanoTime();
        List<Future<Long>> running = new ArrayList<>();
        long placed = 0;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> placeUntil(begun + length.toNanos(), lines, products, customers)));
            }
            for (Future<Long> client : running) {
                placed += client.get();
            }
        }
        return placed * 1e9 / (System.nanoTime() - begun);
    }

    private long placeUntil(long end, int lines, int products, int customers) {
        SecurityContextHolder.getContext()
                .setAuthentication(authenticated("clerk", "", createAuthorityList("ROLE_" + Roles.CLERK)));
        var random = ThreadLocalRandom.current();
        long placed = 0;
        while (System.nanoTime() < end) {
            List<RequestedLine> basket = random.ints(0, products)
                    .distinct()
                    .limit(lines)
                    .mapToObj(it -> new RequestedLine("B" + it, 1))
                    .toList();
            orders.place(
                    new PlaceOrder("B" + random.nextInt(customers), null, basket),
                    new IdempotencyKey("benchmark", UUID.randomUUID().toString()));
            placed++;
        }
        return placed;
    }
}
