package io.watertight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class JsonBodyTests {

    private final PlainHttp http;

    JsonBodyTests(@LocalServerPort int port) {
        this.http = new PlainHttp(port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # the body                                 | what is said of it
            {"count": 1, "weight" 2}                   | The body is not valid JSON (line 1, column 23).
            {"count": 1                                | The body is not valid JSON (line 1, column 12).
            {"count": 1,}                              | The body is not valid JSON (line 1, column 13).
            {'count': 1}                               | The body is not valid JSON (line 1, column 2).
            {"count": NaN}                             | The body is not valid JSON (line 1, column 14).
            {"count": 01}                              | The body is not valid JSON (line 1, column 12).
            {"text": "\\x"}                            | The body is not valid JSON (line 1, column 12).
            nonsense                                   | The body is not valid JSON (line 1, column 1).
            {"count": 1, "count": 2}                   | The body contains a duplicate field (line 1, column 21).
            {"count":1,"weight":1,"gift":true} {}      | The body has trailing content (line 1, column 36).
            {"count":1,"weight":1,"gift":true} ]       | The body is not valid JSON (line 1, column 36).
            ~~                                         | The request needs a JSON body.
            null                                       | The request needs a JSON body.
            []                                         | The body is not an object.
            "a parcel"                                 | The body is not an object.
            17                                         | The body is not an object.
            """)
    void isRefusedAsAWholeWhenItIsNotOneObjectInJson(String body, String detail) {
        assertThat(http.post("/parcels", body))
                .isProblem(400, "unreadable-body")
                .namesFields()
                .hasDetail(detail);
    }

    @Test
    void isRefusedWithTheLineOfTheFault() {
        assertThat(http.post("/parcels", "{\n  \"count\": 1,\n  \"weight\": ?\n}"))
                .isProblem(400, "unreadable-body")
                .hasDetail("The body is not valid JSON (line 3, column 13).");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # what is in the body                      | the field         | what is said of it
            "count": "1"                               | count             | is not a whole number in range
            "count": 1.5                               | count             | is not a whole number in range
            "count": 1.0                               | count             | is not a whole number in range
            "count": 3000000000                        | count             | is not a whole number in range
            "count": 99999999999999999999999           | count             | is not a whole number in range
            "count": 1e400                             | count             | is not a whole number in range
            "count": true                              | count             | is not a whole number in range
            "count": [1]                               | count             | is not a whole number in range
            "count": ""                                | count             | is not a whole number in range
            "count": null                              | count             | is required
            "count": 1, "weight": 9223372036854775808  | weight            | is not a whole number in range
            "count": 1, "weight": 1                    | gift              | is required
            "gift": 1                                  | gift              | is not true or false
            "gift": "true"                             | gift              | is not true or false
            "text": 1.5                                | text              | is not text
            "text": true                               | text              | is not text
            "text": ["a"]                              | text              | is not text
            "text": {}                                 | text              | is not text
            "speed": "WARP"                            | speed             | is not one of SLOW, FAST
            "speed": "slow"                            | speed             | is not one of SLOW, FAST
            "speed": ""                                | speed             | is not one of SLOW, FAST
            "speed": 1                                 | speed             | is not one of SLOW, FAST
            "id": "17"                                 | id                | is not a UUID
            "id": 17                                   | id                | is not a UUID
            "at": "yesterday"                          | at                | is not an instant such as 2026-01-31T12:00:00Z
            "at": 1291191960000                        | at                | is not an instant such as 2026-01-31T12:00:00Z
            "day": "2026-02-30"                        | day               | is not a date such as 2026-01-31
            "day": [2026, 1, 31]                       | day               | is not a date such as 2026-01-31
            "tags": "a"                                | tags              | is not an array
            "tags": ["a", 1.5]                         | tags[1]           | is not text
            "lines": {"sku": "a"}                      | lines             | is not an array
            "lines": [{"quantity": 1}, {"quantity": "x"}] | lines[1].quantity | is not a whole number in range
            "lines": [{"sku": "a"}]                    | lines[0].quantity | is required
            "price": 5                                 | price             | is not an object
            "price": {"amount": "1"}                   | price.currency    | is required
            "price": {"currency": "GBP"}               | price.amount      | is required
            "price": {"amount": null, "currency": "GBP"} | price.amount    | is required
            "price": {"amount": "1", "currency": null} | price.currency    | is required
            "price": {"amount": "1", "currency": ""}   | price.currency    | is required
            "price": {"amount": "", "currency": "GBP"} | price.amount      | is required
            "price": {"amount": "a", "currency": "GBP"} | price.amount     | is not a decimal number
            "price": {"amount": "NaN", "currency": "GBP"} | price.amount   | is not a decimal number
            "price": {"amount": "1", "currency": "gbp"} | price.currency   | is not an ISO 4217 currency code such as GBP
            "price": {"amount": "1.23456", "currency": "GBP"} | price      | must have at most 4 decimals
            "price": {"amount": "1E+1000000000", "currency": "GBP"} | price | must be less than 10^15
            "price": {"amount": 1E+1000000000, "currency": "GBP"} | price  | must be less than 10^15
            "price": {"amount": 1E-1000000000, "currency": "GBP"} | price  | must have at most 4 decimals
            """)
    @Timeout(2)
    void isRefusedForTheFieldThatIsOfAnotherType(String content, String field, String message) {
        assertThat(http.post("/parcels", "{%s}".formatted(content)))
                .isProblem(400, "invalid-request")
                .namesFields(field)
                .hasDetail("'%s' %s.".formatted(field, message));
    }

    @Test
    void isRefusedForAFieldThatIsNotKnown() {
        String known = "at, count, day, gift, id, labels, lines, price, speed, tags, text, weight";

        assertThat(http.post("/parcels", complete("\"colour\": \"red\"")))
                .isProblem(400, "invalid-request")
                .namesFields("colour")
                .hasDetail("'colour' is unknown; known fields are %s.".formatted(known));
        assertThat(http.post("/parcels", complete("\"price\": {\"amount\":1,\"currency\":\"GBP\",\"negative\":true}")))
                .isProblem(400, "invalid-request")
                .namesFields("price.negative");
        assertThat(http.post("/parcels", complete("\"" + "x".repeat(40_000) + "\": 1")))
                .isProblem(400, "invalid-request")
                .namesFields("x".repeat(100) + "...");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "text": "a\\u0000b"              | text
            "text": "\\ud800"                | text
            "text": "\\udc00\\ud800"         | text
            "tags": ["a", "\\u0000"]         | tags[1]
            "labels": {"a": "\\u0000"}       | labels.a
            "labels": {"\\u0000": "a"}       | labels
            "lines": [{"sku": "\\u0000", "quantity": 1}] | lines[0].sku
            """)
    void isRefusedForACharacterThatCannotBeStored(String content, String field) {
        assertThat(http.post("/parcels", complete(content)))
                .isProblem(400, "invalid-request")
                .namesFields(field)
                .hasDetail("'%s' contains a character that cannot be stored.".formatted(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u00ff\u00fe", "\u00c3", "\u00ed\u00a0\u0080", "\0", "\n", "\u00f8\u0088\u0080\u0080\u0080"})
    void isRefusedWhenItIsNotUtf8(String bytes) {
        byte[] body = complete("\"text\": \"%s\"".formatted(bytes)).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(http.body("POST", "/parcels", body)).isProblem(400, "unreadable-body");
    }

    @Test
    @Timeout(5)
    void isRefusedWhenItIsNestedTooDeeplyOrHasNumbersOrNamesThatAreTooLong() {
        String detail = "The body is nested too deeply, or something in it is too long.";

        assertThat(http.post("/parcels/lines-checked-by-service", "[".repeat(10_000)))
                .isProblem(400, "invalid-request")
                .namesFields("[0]");
        assertThat(http.post("/parcels", "[".repeat(10_000))).isProblem(400, "unreadable-body");
        assertThat(http.post("/parcels", "{\"a\":".repeat(10_000)))
                .isProblem(400, "unreadable-body")
                .hasDetail(detail);
        assertThat(http.post("/parcels", "{\"count\": %s}".formatted("9".repeat(900_000))))
                .isProblem(400, "unreadable-body")
                .hasDetail(detail);
        assertThat(http.post("/parcels", "{\"" + "x".repeat(900_000) + "\":1}"))
                .isProblem(400, "unreadable-body")
                .hasDetail(detail);
        assertThat(http.post(
                        "/parcels",
                        complete("\"price\": {\"amount\":\"" + "9".repeat(900_000) + "\",\"currency\":\"GBP\"}")))
                .isProblem(400, "invalid-request")
                .namesFields("price.amount");
    }

    @Test
    void isReadAndWrittenWithTheDigitsAndCharactersItCameWith() {
        String content = """
                "id":"7f8de2a4-0001-4a5b-9d0f-3b1c5a7e9f00","text":"ß\uD83C\uDF81\\u0001\\"","count":1,"weight":9223372036854775807,\
                "gift":true,"speed":"FAST","price":{"amount":"2.50","currency":"GBP"},"at":"2010-12-01T08:26:00Z",\
                "day":"2010-12-01","tags":[],"labels":{"a":"b"},"lines":[{"sku":"85123A","quantity":80995}]""";

        assertThat(http.post("/parcels", "{%s}".formatted(content))).isOk("{%s}".formatted(content));
    }

    @Test
    void mayGiveAWholeNumberForATextOfDigitsAndANumberForAnAmount() {
        assertThat(http.post("/parcels", complete("\"text\": 22423, \"price\": {\"amount\":0.10,\"currency\":\"GBP\"}"))
                        .body())
                .contains("\"text\":\"22423\"", "{\"amount\":\"0.10\",\"currency\":\"GBP\"}");
    }

    private static String complete(String content) {
        return "{\"count\":1,\"weight\":1,\"gift\":true,%s}".formatted(content);
    }
}
