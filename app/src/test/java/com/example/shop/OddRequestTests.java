package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Heads and bodies that no client library sends: none of them is the server's fault, and none fills the log. */
@ShopTest
@ExtendWith(OutputCaptureExtension.class)
@Isolated
class OddRequestTests {

    private static final List<String> ADDRESSES = List.of(
            "GET /actuator/health",
            "GET /actuator/prometheus",
            "GET /api/products",
            "GET /api/exports/products",
            "GET /v3/api-docs",
            "GET /swagger-ui/index.html",
            "GET /webjars/htmx.org/dist/htmx.min.js",
            "GET /orders/new",
            "GET /login",
            "GET /nothing",
            "POST /api/products",
            "POST /api/products/imports",
            "POST /api/orders",
            "POST /login",
            "PUT /api/products/NO-SUCH");

    private static final List<String> HEADERS = List.of(
            "Content-Type: */*",
            "Content-Type: application/*",
            "Content-Type: application/json;charset=\u0080",
            "Content-Type: application/x-www-form-urlencoded; charset=nonsense",
            "Content-Type: multipart/form-data",
            "Content-Type:",
            "Accept:",
            "Accept: ,",
            "Accept: ;",
            "Accept: \u0080",
            "Accept-Encoding: \u0080",
            "Accept-Language: \u0080",
            "Content-Encoding: \u0080",
            "Cookie: \u0080",
            "Cookie: shop-session=\u0080; REDIRECT_URI=\u0080",
            "Idempotency-Key: \u0080",
            "If-Match: \u0080",
            "If-Match: \"\u0080\"",
            "If-None-Match: \u0080",
            "If-Modified-Since: \u0080",
            "Range: \u0080",
            "Range: bytes=9-1,-,x",
            "Origin: http://[",
            "Origin: \u0080",
            "Referer: \u0080",
            "User-Agent: \u0080",
            "X-Forwarded-For: \u0080",
            "X-Forwarded-Port: x",
            "Forwarded: for=\u0080;host=[",
            "HX-Request: \u0080",
            "traceparent: \u0080",
            "Sec-Fetch-Site: \u0080");

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    static Stream<String> headers() {
        return HEADERS.stream();
    }

    @ParameterizedTest
    @MethodSource("headers")
    void areAnsweredWhateverAHeaderHolds(String header, CapturedOutput log) throws IOException {
        for (String address : ADDRESSES) {
            for (boolean known : List.of(true, false)) {
                int before = log.getOut().length();
                assertAnswered(send(address, known, header, ""), address + ' ' + header);
                assertThat(logged(log, before)).as(address + ' ' + header).hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /actuator/health, Content-Type: */*, 415",
        "POST /api/products, Content-Type: */*, 415",
        "POST /api/products, Content-Type: application/*, 415",
        "GET /actuator/prometheus, Accept:, 406",
        "POST /api/orders, Idempotency-Key: \u0080, 400",
        "PUT /api/products/NO-SUCH, If-Match: \u0080, 400",
        "PUT /api/products/NO-SUCH, If-Match: \"\u0080\", 400",
        "GET /nothing, Cookie: other=\u00c5\u0082, 404",
        "GET /swagger-ui/index.html, Cookie: other=\u00c5\u0082, 200"
    })
    void areRefusedForWhatIsWrongWithThemAndForNothingElse(String address, String header, int status)
            throws IOException {
        assertThat(send(address, true, header, "")).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%09=1", "a%0a=1", "a%7f=1", "%C2%85=1", "%00=1"})
    void areRefusedForControlCharactersInTheNameOfAParameter(String query) throws IOException {
        for (String address : List.of("/orders/new?", "/actuator/health?", "/login?", "/nothing?")) {
            String answer = send("GET " + address + query, true, "Accept: application/json", "");
            assertThat(answer).startsWith("HTTP/1.1 400").contains("malformed-address");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n", "-1\r\n", "ffffffffffffffffff\r\n", "3\r\nabcX", "3\r\nabc\r\n0\r\n: x\r\n\r\n"})
    void areRefusedForChunksThatAreNone(String body, CapturedOutput log) throws IOException {
        for (String type : List.of("text/csv", "application/json", "application/x-www-form-urlencoded")) {
            for (String path : List.of("/api/products/imports", "/api/products", "/login", "/catalog/import")) {
                int before = log.getOut().length();
                String head = "Transfer-Encoding: chunked\r\nIdempotency-Key: k\r\nContent-Type: " + type;
                assertAnswered(send("POST " + path, true, head, body), path + ' ' + type);
                assertThat(logged(log, before)).as(path + ' ' + type).hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    private String send(String address, boolean known, String header, String body) throws IOException {
        String[] line = address.split(" ", -1);
        String content = body.isEmpty() && !line[0].equals("GET") ? "{}" : body;
        StringBuilder request = new StringBuilder(
                "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n".formatted(line[0], line[1]));
        if (known) {
            String credentials = "admin:" + accounts.passwordOf("admin");
            request.append("Authorization: Basic ")
                    .append(Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII)))
                    .append("\r\n");
        }
        if (!content.isEmpty() && !header.contains("Transfer-Encoding")) {
            request.append("Content-Length: ").append(content.length()).append("\r\n");
        }
        if (!header.contains("Content-Type:") && !content.isEmpty()) {
            request.append("Content-Type: ")
                    .append(line[1].endsWith("imports") ? "text/csv" : "application/json")
                    .append("\r\n");
        }
        request.append(header).append("\r\n\r\n").append(content);
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertAnswered(String answer, String request) {
        assertThat(answer).as(request).matches("(?s)HTTP/1\\.1 [234].*");
        if (answer.startsWith("HTTP/1.1 4")) {
            assertThat(answer).as(request).containsAnyOf("application/problem+json", "text/html");
        }
    }

    private static List<String> logged(CapturedOutput log, int before) {
        return log.getOut()
                .substring(before)
                .lines()
                .filter(it -> it.contains("WARN") || it.contains("ERROR") || it.startsWith("\tat"))
                .toList();
    }
}
