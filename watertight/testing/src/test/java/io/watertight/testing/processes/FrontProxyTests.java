package io.watertight.testing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

class FrontProxyTests {

    private static final String LOCAL = "127.0.0.1";

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer notes = echo("notes");
    private final HttpServer front = echo("front");
    private final FrontProxy proxy = FrontProxy.start(
            0, LOCAL, Routes.parse(RoutesTests.FILE), Map.of("notes", uri(notes), "front", uri(front)));

    FrontProxyTests() throws IOException {}

    @BeforeEach
    void open() {
        proxy.open();
    }

    @AfterEach
    void close() {
        proxy.close();
        notes.stop(0);
        front.stop(0);
        client.close();
    }

    @Test
    void passesRequestsOnAsTheyCome() throws Exception {
        var answer = client.send(
                to("/notes/a%2Fb%20c?words=x+y")
                        .POST(BodyPublishers.ofString("text"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).startsWith("notes POST /notes/a%2Fb%20c?words=x+y text");
        assertThat(get("/elsewhere").body()).startsWith("front GET /elsewhere");
    }

    @Test
    void saysWhoCallsInPlaceOfWhatTheyClaim() throws Exception {
        var answer = raw("""
                GET / HTTP/1.1
                Host: notes.example:81
                Connection: close
                Forwarded: host=evil
                X-Forwarded-For: 6.6.6.6
                X-Forwarded-Host: evil
                X-Forwarded-Port: 6
                X-Forwarded-Proto: https

                """);
        assertThat(answer)
                .contains("host: [notes.example:81]")
                .contains("x-forwarded-for: [127.0.0.1]")
                .contains("x-forwarded-host: [notes.example]")
                .contains("x-forwarded-port: [81]")
                .contains("x-forwarded-proto: [http]")
                .doesNotContain("evil");
    }

    @Test
    void passesCallsBetweenProcessesOnToNobody() throws Exception {
        for (var path : new String[] {
            "/internal/notes",
            "/internal;x/notes",
            "/%69nternal",
            "/notes/../internal",
            "//internal",
            "/x/%2e%2e/internal"
        }) {
            assertThat(raw("GET %s HTTP/1.1\nHost: x\nConnection: close\n\n".formatted(path)))
                    .as(path)
                    .startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void tellsWhichProcessDoesNotRespond() throws Exception {
        notes.stop(0);
        var answer = get("/api/notes");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).contains("2");
        assertThat(header(answer, "Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"module\":\"notes\"").contains("The module 'notes' is not responding.");

        var page = client.send(to("/notes").header("Accept", "text/html").build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("This part (notes) is not responding");

        assertThat(get("/").statusCode()).isEqualTo(201);
    }

    @Test
    void answersOnlyOnceAllProcessesDo() throws Exception {
        try (var closed = FrontProxy.start(0, LOCAL, Routes.parse(RoutesTests.FILE), Map.of("front", uri(front)))) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + closed.port() + "/"))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(503);
            closed.open();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void saysThatThePortIsInUse() {
        assertThatExceptionOfType(FailureAnalyzedException.class)
                .isThrownBy(() -> FrontProxy.start(proxy.port(), LOCAL, Routes.parse(RoutesTests.FILE), Map.of()))
                .withMessage("Port %s was already in use.", proxy.port());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(to(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port() + path));
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(LOCAL, proxy.port())) {
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Optional<String> header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name);
    }

    private static URI uri(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers with its name and the request. */
    private static HttpServer echo(String name) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(LOCAL), 0), 0);
        server.createContext("/", exchange -> {
            var headers = new StringBuilder();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.getRequestHeaders()
                    .forEach((key, value) -> headers.append(key.toLowerCase(Locale.ROOT))
                            .append(": ")
                            .append(value)
                            .append('\n'));
            var answer = "%s %s %s %s\n%s"
                    .formatted(name, exchange.getRequestMethod(), exchange.getRequestURI(), body, headers)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(201, answer.length);
            try (var out = exchange.getResponseBody()) {
                out.write(answer);
            }
        });
        server.start();
        return server;
    }
}
