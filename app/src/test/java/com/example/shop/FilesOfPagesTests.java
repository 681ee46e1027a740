package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Style sheets, scripts and pictures: a browser may keep them, and asks each time whether they are still the same. */
@ShopTest
class FilesOfPagesTests {

    @Autowired
    RestTestClient http;

    @Autowired
    TestAccounts accounts;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/watertight/pages.css",
                "/watertight/pages.js",
                "/watertight/icon.svg",
                "/catalog/import.js",
                "/orders/js/entry.js",
                "/webjars/htmx.org/dist/htmx.min.js"
            })
    void areForEverybodyAndSentOnce(String path) {
        HttpHeaders first = get(path, "\"another\"")
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseHeaders();
        assertThat(first.getCacheControl()).isEqualTo("no-cache");
        // The build gives all files one time, so that it can be repeated; it says nothing of their age.
        assertThat(first.headerNames()).doesNotContain(HttpHeaders.LAST_MODIFIED);
        get(path, Objects.requireNonNull(first.getETag())).expectStatus().isNotModified();
    }

    @Test
    void areAllThatABrowserMayKeep() {
        assertThat(get("/", "\"another\"")
                        .returnResult(byte[].class)
                        .getResponseHeaders()
                        .getCacheControl())
                .contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/watertight/pages.css",
                "/watertight/pages.js",
                "/orders/js/entry.js",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/v3/api-docs"
            })
    void areCompressedAsIsAllThatIsText(String path, @LocalServerPort int port) throws Exception {
        // Not Spring's client, which unpacks an answer and says nothing of it.
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                            .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
                            .header(HttpHeaders.AUTHORIZATION, clerk())
                            .build(),
                    BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue(HttpHeaders.CONTENT_ENCODING))
                    .hasValue("gzip");
        }
    }

    private RestTestClient.ResponseSpec get(String path, String known) {
        return accounts.as("", http)
                .get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, known)
                .exchange();
    }

    private String clerk() {
        HttpHeaders headers = new HttpHeaders();
        headers.setBasicAuth("clerk", accounts.passwordOf("clerk"));
        return Objects.requireNonNull(headers.getFirst(HttpHeaders.AUTHORIZATION));
    }
}
