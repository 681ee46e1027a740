package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The shop with a way to its database that a test can cut. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = ShopApplication.class,
        properties = {TestAccounts.LOCAL, TestAccounts.PASSWORDS + "away.txt"})
@AutoConfigureRestTestClient
@Import({TestAccounts.class, ShopClient.class, DatabaseAwayTests.Way.class})
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayTests {

    /** Three seconds are promised; a busy machine gets some more, and what was before was thirty. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** For a database that is back: the pool waits longer between attempts the more have failed. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    RestTestClient http;

    @Autowired
    ShopClient shop;

    @Autowired
    Way way;

    @ParameterizedTest
    @ValueSource(strings = {"/catalog", "/api/products", "/api/products/NONE", "/"})
    void isToldSoonAndForgottenOnceItIsBack(String path) {
        http.get().uri("/catalog").exchange().expectStatus().isOk();
        way.cut();
        try {
            Instant asked = Instant.now();
            EntityExchangeResult<byte[]> answer =
                    http.get().uri(path).exchange().returnResult(byte[].class);
            if (!path.equals("/")) {
                assertThat(answer.getStatus().value()).isEqualTo(503);
                assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                        .matches("[1-9][0-9]?");
            }
            assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
        } finally {
            way.open();
        }
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        http.get().uri("/catalog").exchange().expectStatus().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/catalog", "/api/products/NONE", "/audit"})
    void isToldSoonThoughItHangsWithoutAnError(String path) {
        http.get()
                .uri(path)
                .exchange()
                .expectBody()
                .consumeWith(it -> assertThat(it.getStatus().value()).isLessThan(500));
        way.freeze();
        try {
            Instant asked = Instant.now();
            http.get().uri(path).exchange().expectStatus().isEqualTo(503);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
        } finally {
            way.open();
        }
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        http.get().uri("/catalog").exchange().expectStatus().isOk());
    }

    @Test
    void probesAndWritersAreToldAndJobsLogALine(CapturedOutput log) {
        String customer = shop.customer();
        String sku = shop.product(10);
        way.cut();
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> http.get()
                            .uri("/actuator/health/readiness")
                            .exchange()
                            .expectStatus()
                            .isEqualTo(503));
            Instant asked = Instant.now();
            shop.order(customer, List.of(sku), 1).expectStatus().isEqualTo(503);
            shop.post("/api/customers", Map.of("number", "AWAY", "country", "France"))
                    .expectStatus()
                    .isEqualTo(503);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
            http.get()
                    .uri("/actuator/health/liveness")
                    .exchange()
                    .expectStatus()
                    .isOk();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(log).contains("A scheduled job could not reach the database"));
        } finally {
            way.open();
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> http.get()
                        .uri("/actuator/health/readiness")
                        .exchange()
                        .expectStatus()
                        .isOk());
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        shop.order(customer, List.of(sku), 1).expectStatus().isCreated());
    }

    /** Carries each connection on to the real server, as long as it is open. */
    static class Way implements BeanPostProcessor {

        private final ServerSocket door;
        private final List<Socket> sockets = new ArrayList<>();
        private volatile boolean open = true;
        private volatile CountDownLatch flow = new CountDownLatch(0);
        private volatile URI server = URI.create("//localhost:0");

        Way() throws IOException {
            door = new ServerSocket(0);
            Thread.ofVirtual().start(this::carry);
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof JdbcConnectionDetails details) {
                return new Detour(details, this::here);
            }
            return bean;
        }

        private String here(String url) {
            server = URI.create(url.substring("jdbc:".length()));
            return url.replace(server.getRawAuthority(), "localhost:" + door.getLocalPort());
        }

        void cut() {
            synchronized (sockets) {
                open = false;
                sockets.forEach(Way::close);
                sockets.clear();
            }
        }

        /** Nothing comes through any more, and nobody is told. */
        void freeze() {
            flow = new CountDownLatch(1);
        }

        void open() {
            open = true;
            flow.countDown();
        }

        private void carry() {
            try {
                while (true) {
                    carry(door.accept());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Under the lock of {@link #cut()}: a connection that comes while it cuts is cut, too. */
        private void carry(Socket client) throws IOException {
            synchronized (sockets) {
                if (!open) {
                    client.close();
                    return;
                }
                Socket target = new Socket(server.getHost(), server.getPort());
                sockets.addAll(List.of(client, target));
                Thread.ofVirtual().start(() -> copy(client, target));
                Thread.ofVirtual().start(() -> copy(target, client));
            }
        }

        private void copy(Socket from, Socket to) {
            byte[] some = new byte[8_192];
            try {
                for (int count = from.getInputStream().read(some);
                        count >= 0;
                        count = from.getInputStream().read(some)) {
                    flow.await();
                    to.getOutputStream().write(some, 0, count);
                }
            } catch (IOException | InterruptedException e) {
                // It was cut, here or there.
            } finally {
                close(from);
                close(to);
            }
        }

        private static void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is closed, or of no use.
            }
        }
    }

    private record Detour(JdbcConnectionDetails details, UnaryOperator<String> way) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return String.valueOf(details.getUsername());
        }

        @Override
        public String getPassword() {
            return String.valueOf(details.getPassword());
        }

        @Override
        public String getJdbcUrl() {
            return way.apply(details.getJdbcUrl());
        }
    }
}
