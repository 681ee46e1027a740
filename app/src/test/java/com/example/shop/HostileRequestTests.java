package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no browser and no honest program sends. */
@ShopTest
class HostileRequestTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(Redirect.NEVER)
            .build();

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    ServletContext servletContext;

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /nix, text/html",
        "POST, /nix, application/json",
        "POST, /login, text/html",
        "POST, /orders, text/html",
        "GET, /orders, text/html",
        "GET, /api/orders, application/json",
        "GET, /nix, text/html",
        "GET, /, text/html",
        "GET, /catalog, text/html"
    })
    void startNoSession(String method, String path, String accept) throws Exception {
        HttpResponse<String> answer =
                send(request(path).method(method, BodyPublishers.noBody()).setHeader("Accept", accept));
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(it -> it.startsWith("shop-session"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "Basic", "Digest a"})
    void needATokenBesideASessionWhateverTheyClaimToBe(String authorization) throws Exception {
        assertThat(status(form(
                        "/login",
                        "_csrf=%s&username=admin&password=%s".formatted(token(), accounts.passwordOf("admin")))))
                .isEqualTo(302);
        assertThat(status(form("/catalog/products/NO-SUCH/discontinue", "").header("Authorization", authorization)))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/products/NO-SUCH/discontinue, cross-site, 403",
        "/api/products/NO-SUCH/discontinue, same-site, 403",
        "/api/products/NO-SUCH/discontinue, none, 403",
        "/api/products/NO-SUCH/discontinue, same-origin, 404",
        "/catalog/products/NO-SUCH/discontinue, same-origin, 403"
    })
    void needATokenUnlessABrowserSaysThatTheyAreFromAScriptOfTheShop(String path, String from, int expected)
            throws Exception {
        assertThat(status(form(
                        "/login",
                        "_csrf=%s&username=admin&password=%s".formatted(token(), accounts.passwordOf("admin")))))
                .isEqualTo(302);
        assertThat(status(form(path, "").header("Sec-Fetch-Site", from))).isEqualTo(expected);
    }

    @Test
    void areNotLedToAnotherHost() throws Exception {
        String answer =
                raw("GET /orders HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(answer).startsWith("HTTP/1.1 302").contains("Location: /login\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/catalog?words=%00", "/catalog?words=%FF", "/catalog//x", "/catalog;x=1"})
    void getPagesThatAreGuardedLikeAllOthers(String path) throws Exception {
        HttpResponse<String> answer = send(request(path));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertGuarded(answer);
    }

    @Test
    void getAGuardedPageForABodyThatIsTooLarge() throws Exception {
        HttpResponse<String> answer = send(form("/login", "a=" + "x".repeat(2 << 20)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertGuarded(answer);
    }

    @Test
    void bringNoFormOfTwoMegabytesBitByBit() throws Exception {
        byte[] form = ("a=" + "x".repeat(1_900_000)).getBytes(StandardCharsets.US_ASCII);
        int status = status(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form))));
        assertThat(status).isIn(400, 413);
    }

    @Test
    void writeNoFiles() throws Exception {
        Path files = ((File) servletContext.getAttribute(ServletContext.TEMPDIR)).toPath();
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST /login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String part =
                    "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n" + "x".repeat(300_000);
            out.write("%x\r\n%s\r\n".formatted(part.length(), part).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(1_000);
            try (Stream<Path> found = Files.walk(files)) {
                assertThat(found.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    private static void assertGuarded(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).hasSize(1);
    }

    private String token() throws Exception {
        Matcher matcher = TOKEN.matcher(send(request("/login")).body());
        assertThat(matcher.find()).as("a token in the form").isTrue();
        return matcher.group(1);
    }

    private HttpRequest.Builder form(String path, String form) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html");
    }

    private int status(HttpRequest.Builder request) {
        try {
            return send(request).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private String raw(byte[] request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
