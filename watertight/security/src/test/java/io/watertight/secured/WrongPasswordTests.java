package io.watertight.secured;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Whoever guesses passwords gains nothing by how they spell it, and locks nobody out; behind a proxy that tells where they are. */
@SecuredTest
@TestPropertySource(
        properties = {
            "server.forward-headers-strategy=native",
            "watertight.security.failed-logins=3",
            "watertight.security.anonymous-requests-per-minute=60",
            "watertight.security.address-requests-per-minute=120"
        })
class WrongPasswordTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(Redirect.NEVER)
            .build();

    private String address = "192.0.2." + ADDRESSES.incrementAndGet();

    @LocalServerPort
    int port;

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void areNotComparedAfterTooManyOfThemByWhicheverWay() throws Exception {
        String form = "_csrf=%s&password=guess&username=victim".formatted(token());
        for (int i = 0; i < 3; i++) {
            assertThat(status(form("/login", form))).isEqualTo(302);
        }
        HttpResponse<String> refused = send(form("/login", form));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("100");
        assertThat(refused.body()).contains("Too many wrong passwords");
        assertThat(basic("victim", "guess")).as("by way of the interface").isEqualTo(429);
        assertThat(basic("clerk", SecuredApplication.PASSWORD))
                .as("another name")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "basic ", "Basic\t", "BasicX"})
    void areCountedHoweverBasicIsSpelled(String scheme) {
        String credentials = scheme + encoded("victim:guess");
        List<Integer> answers = IntStream.range(0, 5)
                .map(_ -> status(request("/api/notes").header("Authorization", credentials)))
                .boxed()
                .toList();
        assertThat(answers).containsExactly(401, 401, 401, 429, 429);
    }

    @ParameterizedTest
    @CsvSource({"/login, victim", "/%6cogin, victim", "/login, victim%20", "/login, VICTIM", "/login, %09victim"})
    void areCountedHoweverTheFormIsSpelled(String path, String name) throws Exception {
        String form = "_csrf=%s&password=guess&username=".formatted(token());
        for (int i = 0; i < 3; i++) {
            assertThat(status(form("/login", form + "victim"))).isEqualTo(302);
        }
        assertThat(status(form(path, form + name))).isEqualTo(429);
    }

    @Test
    void areCountedWhereAHeaderStandsBesideTheForm() throws Exception {
        String form = "_csrf=%s&password=guess&username=victim".formatted(token());
        List<Integer> answers = IntStream.range(0, 5)
                .map(_ -> status(form("/login", form).header("Authorization", "Basic !")))
                .boxed()
                .toList();
        assertThat(answers).containsExactly(302, 302, 302, 429, 429);
    }

    @Test
    void areCountedTogetherIfTheyComeFromManyAddressesOfOneNetwork() {
        List<Integer> answers = IntStream.range(0, 5)
                .map(it -> {
                    address = "2001:db8:0:1::" + it;
                    return basic("victim", "guess");
                })
                .boxed()
                .toList();
        assertThat(answers).containsExactly(401, 401, 401, 429, 429);
        address = "2001:db8:0:2::1";
        assertThat(basic("victim", "guess")).isEqualTo(401);
    }

    @Test
    void lockNobodyOutWhoHasSignedInFromThereBefore() {
        assertThat(basic("clerk", SecuredApplication.PASSWORD)).isEqualTo(200);
        List<Integer> answers = IntStream.range(0, 40)
                .map(it -> basic("made-up-" + it, "guess"))
                .boxed()
                .toList();
        assertThat(answers.subList(0, 30)).containsOnly(401);
        assertThat(answers.subList(32, 40)).as("passwords tried on many names").containsOnly(429);
        assertThat(basic("clerk", SecuredApplication.PASSWORD)).isEqualTo(200);
        assertThat(basic("admin", SecuredApplication.PASSWORD))
                .as("somebody whom nobody knows there")
                .isEqualTo(429);
        address = "192.0.2.200";
        assertThat(basic("admin", SecuredApplication.PASSWORD))
                .as("from elsewhere")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"POST, ''", "GET, Basic !"})
    void areLimitedEvenIfAllOfTheRequestsAreRefused(String method, String authorization) throws Exception {
        List<Integer> answers = IntStream.range(0, 140)
                .map(_ -> {
                    HttpRequest.Builder request = request("/api/nix").method(method, BodyPublishers.noBody());
                    return status(authorization.isEmpty() ? request : request.header("Authorization", authorization));
                })
                .boxed()
                .toList();
        assertThat(answers.subList(0, 120)).doesNotContain(429);
        assertThat(answers).contains(429);
        assertThat(status(request("/actuator/health/liveness")))
                .as("whoever asks whether the application is well")
                .isEqualTo(200);
        // Another one may be let in by now, and not two.
        assertThat(List.of(send(request("/api/nix")), send(request("/api/nix"))))
                .anySatisfy(
                        it -> assertThat(it.headers().firstValue("Retry-After")).isPresent());
    }

    @Test
    void takeNothingFromProbesWithAllOtherAnonymousRequests() {
        List<Integer> answers = IntStream.range(0, 70)
                .map(_ -> status(request("/api/open")))
                .boxed()
                .toList();
        assertThat(answers).contains(429);
        assertThat(status(request("/actuator/health/readiness"))).isEqualTo(200);
    }

    private String token() throws Exception {
        Matcher matcher = TOKEN.matcher(send(request("/login")).body());
        assertThat(matcher.find()).as("a token in the form").isTrue();
        return matcher.group(1);
    }

    private int basic(String name, String password) {
        return status(request("/api/notes").header("Authorization", "Basic " + encoded(name + ':' + password)));
    }

    private HttpRequest.Builder form(String path, String form) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                .header("Accept", path.matches("/(api|actuator)/.*") ? "application/json" : "text/html")
                .header("X-Forwarded-For", address);
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

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
