package com.example.shop.customers.internal;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

/** The pages of customers as a browser without scripts gets them. */
final class Pages {

    private static final Pattern MORE = Pattern.compile("<a id=\"more-link\"[^>]* href=\"([^\"]*)\"");
    private static final Pattern CUSTOMER = Pattern.compile("<a href=\"/customers/([^\"/]*)\"");

    private final RestTestClient http;

    Pages(RestTestClient http) {
        this.http = http;
    }

    /** An answer, as text. */
    record Page(HttpStatus status, String html) {

        List<String> numbers() {
            return CUSTOMER.matcher(html).results().map(it -> it.group(1)).toList();
        }

        Optional<String> more() {
            return MORE.matcher(html)
                    .results()
                    .map(it -> HtmlUtils.htmlUnescape(it.group(1)))
                    .findFirst();
        }

        /** What the form on the page says the version is. */
        String version() {
            Matcher version =
                    Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(html);
            return version.results()
                    .map((MatchResult it) -> it.group(1))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Page get(String path) {
        return pageIn(
                http.get().uri(URI.create(path)).accept(MediaType.TEXT_HTML).exchange());
    }

    /** Sends a form, as htmx does. */
    Page post(String path, Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        return pageIn(http.post()
                .uri(URI.create(path))
                .header("HX-Request", "true")
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange());
    }

    private static Page pageIn(RestTestClient.ResponseSpec response) {
        var result = response.expectBody(String.class).returnResult();
        String html = result.getResponseBody();
        return new Page(HttpStatus.valueOf(result.getStatus().value()), html == null ? "" : html);
    }
}
