package com.example.shop.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.kernel.Actor;
import com.example.testsupport.statements.StatementCounter;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Looks at pages and sends forms as a browser does that has no script. */
public final class Pages {

    private final RestTestClient http;

    public Pages(RestTestClient http) {
        this.http = http;
    }

    static Actor customer(String number) {
        return new Actor("somebody-" + number, Set.of(Actor.CUSTOMER), number);
    }

    Page get(String address) {
        return get(address, UUID.randomUUID().toString());
    }

    /**
     * @param count by which its statements are found afterwards
     */
    Page get(String address, String count) {
        return Page.of(http.get()
                .uri(URI.create(address))
                .accept(MediaType.TEXT_HTML, MediaType.ALL)
                .header(StatementCounter.HEADER, count)
                .exchange()
                .expectBody(String.class)
                .returnResult());
    }

    Page post(String address, MultiValueMap<String, String> inputs) {
        return post(address, inputs, UUID.randomUUID().toString());
    }

    /**
     * @param count by which its statements are found afterwards
     */
    Page post(String address, MultiValueMap<String, String> inputs, String count) {
        return Page.of(http.post()
                .uri(URI.create(address))
                .accept(MediaType.TEXT_HTML, MediaType.ALL)
                .header(StatementCounter.HEADER, count)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(inputs)
                .exchange()
                .expectBody(String.class)
                .returnResult());
    }

    /** As htmx sends a form. */
    Page postByScript(String address, MultiValueMap<String, String> inputs) {
        return Page.of(http.post()
                .uri(URI.create(address))
                .header("HX-Request", "true")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(inputs)
                .exchange()
                .expectBody(String.class)
                .returnResult());
    }

    /** Names and values by turns. */
    static MultiValueMap<String, String> inputs(String... namesAndValues) {
        MultiValueMap<String, String> inputs = new LinkedMultiValueMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            inputs.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return inputs;
    }

    /** An answer as a person gets it. */
    record Page(HttpStatusCode status, HttpHeaders headers, String html) {

        private static Page of(EntityExchangeResult<String> result) {
            return new Page(
                    result.getStatus(),
                    result.getResponseHeaders(),
                    Objects.requireNonNullElse(result.getResponseBody(), ""));
        }

        Page isShown() {
            assertThat(status.value()).as(html).isEqualTo(200);
            return this;
        }

        int count(String part) {
            return html.split(Pattern.quote(part), -1).length - 1;
        }

        /** What the input with this name holds. */
        @Nullable
        String valueOf(String name) {
            Matcher input = Pattern.compile("<input[^>]*name=\"%s\"[^>]*>".formatted(Pattern.quote(name)))
                    .matcher(html);
            if (!input.find()) {
                return null;
            }
            Matcher value = Pattern.compile(" value=\"([^\"]*)\"").matcher(input.group());
            return value.find() ? value.group(1) : "";
        }
    }
}
