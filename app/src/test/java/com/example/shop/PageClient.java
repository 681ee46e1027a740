package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Asks one process for pages, and sends their forms, in sessions that may have begun in another.
 *
 * @param process a client without credentials
 */
record PageClient(RestTestClient process) {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    static PageClient of(CallingProcess process) {
        return new PageClient(RestTestClient.bindToServer()
                .baseUrl("http://localhost:"
                        + process.context().getEnvironment().getRequiredProperty("local.server.port"))
                .build());
    }

    /** {@return the cookie of the new session} */
    String signIn(String account, TestAccounts accounts) {
        EntityExchangeResult<String> form =
                process.get().uri("/login").exchange().expectStatus().isOk().returnResult(String.class);
        EntityExchangeResult<byte[]> answer = post(
                "/login",
                cookie(form),
                String.valueOf(form.getResponseBody()),
                Map.of("username", account, "password", accounts.passwordOf(account)));
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.FOUND);
        return cookie(answer);
    }

    String page(String path, String session) {
        EntityExchangeResult<byte[]> page = get(path, session);
        assertThat(page.getStatus()).as(path).isEqualTo(HttpStatus.OK);
        return new String(page.getResponseBodyContent(), StandardCharsets.UTF_8);
    }

    EntityExchangeResult<byte[]> get(String path, String session) {
        return process.get()
                .uri(path)
                .header(HttpHeaders.COOKIE, session)
                .header(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE)
                .exchange()
                .returnResult(byte[].class);
    }

    /**
     * Sends a form.
     *
     * @param page the page of the form
     */
    EntityExchangeResult<byte[]> post(String path, String session, String page, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.setAll(fields);
        form.add("_csrf", token.group(1));
        return process.post()
                .uri(path)
                .header(HttpHeaders.COOKIE, session)
                .header(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange()
                .returnResult(byte[].class);
    }

    private static String cookie(EntityExchangeResult<?> answer) {
        String cookie = Objects.requireNonNull(answer.getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE));
        return cookie.substring(0, cookie.indexOf(';'));
    }
}
