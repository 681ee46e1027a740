package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
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

    private RestTestClient.ResponseSpec get(String path, String known) {
        return accounts.as("", http)
                .get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, known)
                .exchange();
    }
}
