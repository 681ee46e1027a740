package com.example.testsupport.pages;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Gets pages as a browser without scripts does, and sends forms as htmx does. */
public final class Pages {

    private final RestTestClient http;

    public Pages(RestTestClient http) {
        this.http = http;
    }

    /**
     * @param address with all that is special in it encoded
     */
    public Page get(String address) {
        return pageIn(http.get()
                .uri(URI.create(address))
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody(String.class)
                .returnResult());
    }

    /**
     * @param address with all that is special in it encoded
     */
    public Page post(String address, Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        return pageIn(http.post()
                .uri(URI.create(address))
                .header("HX-Request", "true")
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange()
                .expectBody(String.class)
                .returnResult());
    }

    private static Page pageIn(EntityExchangeResult<String> result) {
        return new Page(
                HttpStatus.valueOf(result.getStatus().value()),
                Objects.requireNonNullElse(result.getResponseBody(), ""));
    }
}
