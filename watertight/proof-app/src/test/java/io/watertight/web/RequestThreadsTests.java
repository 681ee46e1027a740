package io.watertight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watertight.proof.PlatformTest;
import io.watertight.proof.Waiting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class RequestThreadsTests {

    private static final int MORE = 50;

    @LocalServerPort
    int port;

    @Autowired
    Waiting waiting;

    @Test
    void requestsThatWaitKeepNoOtherWaiting() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> responses = IntStream.range(0, RequestThreads.PLATFORM + MORE)
                    .mapToObj(_ -> http.sendAsync(get("/waiting"), BodyHandlers.ofString()))
                    .toList();
            try {
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(waiting.threads()).hasSize(RequestThreads.PLATFORM + MORE));
                assertThat(Stream.of(waiting.threads().toArray(Thread[]::new)).filter(Thread::isVirtual))
                        .hasSize(MORE);
                assertThat(http.send(get("/actuator/health/liveness"), BodyHandlers.ofString()))
                        .returns(200, HttpResponse::statusCode);
            } finally {
                waiting.end();
            }
            assertThat(responses).allSatisfy(it -> assertThat(it.get().body()).isEqualTo("ended"));
        }
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                .build();
    }
}
