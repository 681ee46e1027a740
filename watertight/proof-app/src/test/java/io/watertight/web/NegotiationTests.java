package io.watertight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Methods, media types and headers that a controller does not have, want or know. */
@PlatformTest
class NegotiationTests {

    private static final String PARCEL = "{\"count\":1,\"weight\":1,\"gift\":true}";

    private final PlainHttp http;

    NegotiationTests(@LocalServerPort int port) {
        this.http = new PlainHttp(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "POST", "TRICK", "get"})
    void anotherMethodIsRefusedWithThoseThatAreAllowed(String method) {
        assertThat(http.call(method, "/parcels/search?limit=1"))
                .isProblem(405, "method-not-allowed")
                .hasHeader("Allow", "GET,HEAD");
    }

    @Test
    void traceIsRefusedByTheServerItself() {
        Answer answer = http.call("TRACE", "/parcels/search?limit=1", "Secret: word");

        assertThat(answer).isProblem(405, "method-not-allowed").hasInstance("/parcels/search");
        assertThat(answer.header("Allow")).contains("GET").doesNotContain("TRACE");
    }

    @Test
    void amongThoseThatAreAllowedHeadIsOnlyWhereGetIs() {
        assertThat(http.get("/parcels/form"))
                .isProblem(405, "method-not-allowed")
                .hasHeader("Allow", "POST");
    }

    @ParameterizedTest
    @CsvSource({"/parcels/search?limit=1, 200", "/parcels/search, 400", "/nowhere, 404"})
    void headIsGetWithoutTheBody(String address, int status) {
        Answer answer = http.call("HEAD", address);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type"))
                .isEqualTo(http.get(address).header("Content-Type"))
                .isNotEmpty();
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain",
                "Content-Type: application/xml",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Type: nonsense",
                "Content-Type: application/json; charset=nonsense",
                "Content-Type:"
            })
    void anotherMediaTypeIsRefusedWithThoseThatAreRead(String type) {
        assertThat(http.post("/parcels", PARCEL, type))
                .isProblem(415, "unsupported-media-type")
                .hasHeader("Accept", "application/json, application/*+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "\"iso-8859-15\""})
    void aFileInAnotherEncodingIsRefusedRatherThanMisread(String charset) {
        assertThat(http.post("/parcels/upload", "caf\u00e9", "Content-Type: text/csv; charset=" + charset)
                        .status())
                .as("text that Spring decodes")
                .isEqualTo(200);
        assertThat(http.post("/parcels/file", "caf\u00e9", "Content-Type: text/csv; charset=" + charset))
                .isProblem(415, "unsupported-media-type")
                .hasDetail(
                        "A file in text/csv must be UTF-8. Save it as UTF-8, and send it as 'text/csv; charset=UTF-8'.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";charset=utf-8",
                "; charset=\"UTF-8\"; header=present",
                "; charset=us-ascii",
                "; charset=UTF-16",
                "; charset=UTF-16LE"
            })
    void aFileThatCanBeReadIsRead(String charset) {
        assertThat(http.post("/parcels/file", "cafe", "Content-Type: text/csv" + charset)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type: multipart/form-data", "Content-Type: multipart/form-data; boundary=x"})
    void aFormOfPartsIsRefusedWhenItIsBroken(String type) {
        assertThat(http.post("/parcels/form", "--x\r\nContent-Dis", type)).isProblem(400, "unreadable-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "image/png", "text/plain;q=0.1"})
    void anAnswerInAnotherMediaTypeIsRefused(String accept) {
        assertThat(http.post("/parcels", PARCEL, "Accept: " + accept)).isProblem(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "application/xml", "text/plain", "*/*;q=nonsense", "/"})
    void aProblemIsToldWhateverTheClientAccepts(String accept) {
        assertThat(http.post("/parcels", "{", "Accept: " + accept)).isProblem(400, "unreadable-body");
        assertThat(http.get("/nowhere", "Accept: " + accept)).isProblem(404, "not-found");
        assertThat(http.get("/parcels/search?limit=%zz", "Accept: " + accept)).isProblem(400, "malformed-address");
        assertThat(http.get("/faults/refused/CONFLICT", "Accept: " + accept)).isProblem(409, "shelf-is-full");
        assertThat(http.get("/faults/filter", "Accept: " + accept)).isProblem(500, "internal-error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/problem+json", "application/problem+json, application/json;q=0.5"})
    void onlyAProblemIsLabelledAsOne(String accept) {
        assertThat(http.post("/parcels", PARCEL, "Accept: " + accept)).hasHeader("Content-Type", "application/json");
    }

    @Test
    void anAcceptThatCannotBeReadIsRefused() {
        assertThat(http.post("/parcels", PARCEL, "Accept: nonsense")).isProblem(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y", "Idempotency-Key-2: a"})
    void aMissingHeaderIsNamed(String header) {
        assertThat(http.post("/parcels/keyed", "", header))
                .isProblem(400, "missing-header")
                .namesFields("Idempotency-Key")
                .hasDetail("'Idempotency-Key' is required.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key:", "Idempotency-Key:  ", "Idempotency-Key: %s\r\nIdempotency-Key: %s"})
    void aHeaderThatNamesOneThingIsSentOnceAndNotEmpty(String header) {
        String sent = header.formatted(UUID.randomUUID(), UUID.randomUUID());

        assertThat(http.post("/parcels/keyed-or-not", "", sent))
                .isProblem(400, "malformed-idempotency-key")
                .namesFields("Idempotency-Key")
                .hasDetail("'Idempotency-Key' must be sent once, and not empty.");
        assertThat(http.post("/parcels/keyed-or-not", "")).isOk("none");
    }

    @Test
    void aRequiredHeaderIsNotSentTwiceEither() {
        assertThat(http.post("/parcels/keyed", "", "Idempotency-Key: a", "Idempotency-Key: b"))
                .isProblem(400, "malformed-idempotency-key")
                .namesFields("Idempotency-Key");
        assertThat(http.post("/parcels/keyed", "", "Idempotency-Key: a")).isOk("a");
    }

    @Test
    void messagesDoNotChangeWithTheLanguageOfTheClient() {
        assertThat(http.get("/parcels/search?limit=501", "Accept-Language: de"))
                .isProblem(400, "invalid-request")
                .hasDetail("'limit' must be less than or equal to 500.");
    }
}
