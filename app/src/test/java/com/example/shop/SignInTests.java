package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People sign in by form; their session is guarded against theft, against other sites, and against guessing. */
@ShopTest
class SignInTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String SESSION = "shop-session";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.NEVER)
            .build();

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void givesASessionThatNobodyKnewBefore() throws Exception {
        HttpResponse<String> page = get("/login");
        String before = session();
        assertThat(before).as("the session of the form").isNotEmpty();
        HttpResponse<String> answer = signIn(page.body(), "clerk", accounts.passwordOf("clerk"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(session()).isNotEqualTo(before);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains(SESSION + '=', "HttpOnly", "SameSite=Lax");
        assertThat(get("/orders").statusCode()).isEqualTo(200);
        assertThat(get("/api/orders").statusCode())
                .as("the interface, by the same session")
                .isEqualTo(200);
    }

    @Test
    void leadsToThePageThatWasAskedFor() throws Exception {
        assertThat(get("/orders").headers().firstValue("Location").orElseThrow())
                .endsWith("/login");
        HttpResponse<String> answer = signIn(get("/login").body(), "clerk", accounts.passwordOf("clerk"));
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/orders");
    }

    @Test
    void endsWithTheSession() throws Exception {
        signIn(get("/login").body(), "clerk", accounts.passwordOf("clerk"));
        assertThat(post("/logout", token(get("/orders").body()), "").statusCode())
                .isEqualTo(302);
        assertThat(get("/orders").statusCode()).isEqualTo(302);
    }

    @Test
    void tellsNobodyWhetherThereIsSuchAnAccount() throws Exception {
        String known = signIn(get("/login").body(), "clerk", "wrong")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String unknown = signIn(get("/login").body(), "nobody", "wrong")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(known).isEqualTo(unknown).endsWith("/login?error");
        assertThat(get("/login?error").body()).contains("Wrong name or password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/catalog/products/X/discontinue", "/api/products/X/discontinue", "/logout", "/login"})
    void refusesWhatAnotherSiteMakesABrowserSend(String path) throws Exception {
        signIn(get("/login").body(), "admin", accounts.passwordOf("admin"));
        assertThat(post(path, "made-up", "username=a&password=b").statusCode()).isEqualTo(403);
    }

    @Test
    void neverMakesABrowserAskForAPassword() throws Exception {
        assertThat(get("/api/orders").headers().allValues("WWW-Authenticate"))
                .noneMatch(it -> it.toLowerCase(Locale.ROOT).contains("basic"));
    }

    @Test
    void looksAtNoMorePasswordsAfterTooManyWrongOnes() throws Exception {
        String form = get("/login").body();
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(form, "victim", "guess " + i).statusCode()).isEqualTo(302);
        }
        HttpResponse<String> refused = signIn(form, "victim", "guess");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(refused.body()).contains("Too many wrong passwords");
        assertThat(signIn(form, "Victim", "guess").statusCode()).isEqualTo(429);
        assertThat(basic("victim", "guess").statusCode())
                .as("by way of the interface")
                .isEqualTo(429);
        assertThat(signIn(form, "clerk", accounts.passwordOf("clerk")).statusCode())
                .as("another name")
                .isEqualTo(302);
    }

    @Test
    void sendsPagesThatNothingForeignRunsIn() throws Exception {
        HttpResponse<String> page = get("/login");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.headers().map()).doesNotContainKeys("server", "x-powered-by", "x-application-context");
        assertThat(page.body()).doesNotContain("<script>", " style=", " onclick=");
    }

    @Test
    void showsPeopleAProblemAsAPage() throws Exception {
        signIn(get("/login").body(), "customer", accounts.passwordOf("customer"));
        HttpResponse<String> refused = get("/customers");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(refused.body()).contains("<h1>Not permitted</h1>", "You are not allowed to do this.");
        assertThat(get("/nothing").body()).contains("There is nothing at this address");
    }

    private HttpResponse<String> signIn(String form, String name, String password) throws Exception {
        return post("/login", token(form), "username=%s&password=%s".formatted(encoded(name), encoded(password)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String token, String form) throws Exception {
        return browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=%s&%s".formatted(encoded(token), form)))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> basic(String name, String password) throws Exception {
        String credentials =
                Base64.getEncoder().encodeToString((name + ':' + password).getBytes(StandardCharsets.UTF_8));
        return browser.send(
                request("/api/orders")
                        .header("Authorization", "Basic " + credentials)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html");
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals(SESSION))
                .map(HttpCookie::getValue)
                .findAny()
                .orElse("");
    }

    private static String token(String page) {
        Matcher matcher = TOKEN.matcher(page);
        assertThat(matcher.find()).as("a token in the form").isTrue();
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
