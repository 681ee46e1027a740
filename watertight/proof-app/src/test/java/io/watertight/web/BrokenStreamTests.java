package io.watertight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.watertight.proof.PlatformTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
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

    @ParameterizedTest
    @CsvSource({"half-a-stream, 1, 1", "stream-without-database, 1, 0"})
    void isLoggedInOneLineWithItsOriginOnlyIfThatIsAFault(String stream, int lines, int origins, CapturedOutput log) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:%s/faults/%s".formatted(port, stream)))
                    .build();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> http.send(request, HttpResponse.BodyHandlers.ofString()));
        }
        await().during(Duration.ofSeconds(2)).untilAsserted(() -> {
            assertThat(log.toString().lines().filter(it -> it.contains(" WARN ") || it.contains("ERROR")))
                    .hasSize(lines)
                    .allMatch(it -> it.contains("A response broke off"));
            assertThat(log.toString()
                            .lines()
                            .filter(it -> it.contains("FaultController"))
                            .limit(1))
                    .hasSize(origins);
        });
    }

    @Test
    void aClientThatLeavesAStreamIsNotWorthALineOfTheLog(CapturedOutput log) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            // Closing it tells the server at once.
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write("GET /faults/endless-stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(1_000)).isNotEmpty();
        }
        await().during(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(log).doesNotContain("Failure in @ExceptionHandler", "endless-stream"));
    }
}
