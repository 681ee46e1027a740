package io.watertight.web;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.proof.PlatformTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class BrokenStreamTests {

    private final int port;

    BrokenStreamTests(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void aStreamThatFailsOnTheWayDoesNotLookComplete() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:%d/faults/half-a-stream".formatted(port)))
                    .build();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> http.send(request, HttpResponse.BodyHandlers.ofString()));
        }
    }
}
