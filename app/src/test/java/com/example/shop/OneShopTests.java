package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Several processes on one database are one shop to whoever uses its pages. */
@SplitShopTest
class OneShopTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    CallingProcess caller;

    @Autowired
    RestTestClient http;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    private RestTestClient front;
    private RestTestClient orders;

    @BeforeEach
    void open() {
        front = accounts.as("", http);
        orders = RestTestClient.bindToServer()
                .baseUrl("http://localhost:"
                        + caller.context().getEnvironment().getRequiredProperty("local.server.port"))
                .build();
    }

    @Test
    void whoHasSignedInAtOneProcessIsKnownInTheOthers() {
        String session = signIn("clerk");
        assertThat(page(front, "/customers", session)).contains("Sign out");
        assertThat(page(orders, "/orders", session)).contains("Sign out");
        String page = page(orders, "/orders", session);
        orders.post()
                .uri("/logout")
                .header(HttpHeaders.COOKIE, session)
                .header(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form("_csrf", token(page)))
                .exchange()
                .expectStatus()
                .isFound();
        front.get()
                .uri("/customers")
                .header(HttpHeaders.COOKIE, session)
                .header(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE)
                .exchange()
                .expectStatus()
                .isFound();
    }

    /** The session is saved as soon as the response begins, while a module's transaction reads on. */
    @Test
    void aSessionIsSavedInTheMiddleOfAnExport() {
        String session = signIn("clerk");
        for (RestTestClient process : List.of(front, orders)) {
            process.get()
                    .uri(process == orders ? "/api/exports/orders" : "/api/exports/customers")
                    .header(HttpHeaders.COOKIE, session)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    @Test
    void eachProcessHasTheMenuOfTheWholeShop() {
        String session = signIn("clerk");
        assertThat(page(front, "/", session))
                .contains("href=\"/catalog\"", "href=\"/customers\"", "href=\"/orders\"", "hx-get=\"/orders/home\"");
        assertThat(page(orders, "/orders", session))
                .contains("href=\"/catalog\"", "href=\"/customers\"", "href=\"/orders\"");
        assertThat(page(orders, "/", "")).contains("href=\"/catalog\"").doesNotContain("href=\"/customers\"");
    }

    @Test
    void theMapSaysWhatRunsInAnotherProcess() {
        assertThat(page(front, "/modules", signIn("admin"))).contains("in another process");
    }

    @Test
    void aVisitorWhoDoesNotSignInLeavesNoSession() {
        long before = sessions();
        for (String path : List.of("/", "/catalog", "/catalog/home")) {
            assertThat(page(front, path, "")).isNotEmpty();
        }
        assertThat(sessions()).isEqualTo(before);
        signIn("clerk");
        assertThat(sessions()).isEqualTo(before + 1);
    }

    private long sessions() {
        return jdbc.sql("select count(*) from sessions.session")
                .query(Long.class)
                .single();
    }

    private String signIn(String account) {
        EntityExchangeResult<String> before =
                front.get().uri("/login").exchange().expectStatus().isOk().returnResult(String.class);
        MultiValueMap<String, String> form = form("_csrf", token(String.valueOf(before.getResponseBody())));
        form.add("username", account);
        form.add("password", accounts.passwordOf(account));
        EntityExchangeResult<byte[]> after = front.post()
                .uri("/login")
                .header(HttpHeaders.COOKIE, cookie(before))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange()
                .returnResult(byte[].class);
        assertThat(after.getStatus()).isEqualTo(HttpStatus.FOUND);
        return cookie(after);
    }

    private static MultiValueMap<String, String> form(String name, String value) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add(name, value);
        return form;
    }

    private static String cookie(EntityExchangeResult<?> answer) {
        String cookie = Objects.requireNonNull(answer.getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE));
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String page(RestTestClient process, String path, String session) {
        EntityExchangeResult<String> page = process.get()
                .uri(path)
                .header(HttpHeaders.COOKIE, session)
                .header(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class);
        return String.valueOf(page.getResponseBody());
    }
}
