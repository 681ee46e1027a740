package io.watertight.testing.pages;

import io.watertight.testing.statements.StatementCounter;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Gets pages like a browser, and sends forms like htmx or, without scripts, like a browser. Addresses have all that is special in
 * them encoded; by a name, {@link StatementCounter#of} tells the statements of a request afterwards.
 */
public record Pages(RestTestClient http) {

    public Page get(String address) {
        return answerTo(asking(address));
    }

    public Page get(String address, String name) {
        return answerTo(asking(address).header(StatementCounter.HEADER, name));
    }

    /** Sends a form like htmx. */
    public Page post(String address, Map<String, String> fields) {
        return answerTo(sending(address, fields).header("HX-Request", "true"));
    }

    /** As a browser sends a form. */
    public Page postWithoutScript(String address, Map<String, String> fields) {
        return answerTo(sending(address, fields));
    }

    /** As a browser sends a form. */
    public Page postWithoutScript(String address, Map<String, String> fields, String name) {
        return answerTo(sending(address, fields).header(StatementCounter.HEADER, name));
    }

    private RestTestClient.RequestHeadersSpec<?> asking(String address) {
        return http.get().uri(URI.create(address)).accept(MediaType.TEXT_HTML, MediaType.ALL);
    }

    private RestTestClient.RequestHeadersSpec<?> sending(String address, Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        return http.post()
                .uri(URI.create(address))
                .accept(MediaType.TEXT_HTML, MediaType.ALL)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form);
    }

    private static Page answerTo(RestTestClient.RequestHeadersSpec<?> request) {
        EntityExchangeResult<String> answer =
                request.exchange().expectBody(String.class).returnResult();
        return new Page(
                HttpStatus.valueOf(answer.getStatus().value()),
                answer.getResponseHeaders(),
                Objects.requireNonNullElse(answer.getResponseBody(), ""));
    }
}
