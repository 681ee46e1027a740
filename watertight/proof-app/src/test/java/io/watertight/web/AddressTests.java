package io.watertight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class AddressTests {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final PlainHttp http;

    AddressTests(@LocalServerPort int port) {
        this.http = new PlainHttp(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/parcels/named/a%00b",
                "/parcels/named/a%zzb",
                "/parcels/named/a%",
                "/parcels/named/%ff",
                "/parcels/named/%ed%a0%80",
                "/parcels/named/\u00fc",
                "/parcels/named/a\"b",
                "/parcels/named/a\\b",
                "/parcels/named/a%2Fb",
                "/parcels/named/a%5Cb",
                "/parcels/search?limit=1&words=\u00fc",
                "/parcels/search?limit=1&words=<a>",
                "/parcels/search?limit=1#top",
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "*",
                "//[",
                "http://[/"
            })
    void isRefusedByTheServerItselfWhenItsPathIsNoPath(String address) {
        assertThat(http.get(address)).isProblem(400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%00b", "%00", "%zz", "%", "%f", "%ff", "%c3", "%ed%a0%80", "%c0%80"})
    void isRefusedWhenItsQueryIsBrokenOrCouldNotBeStored(String words) {
        assertThat(http.get("/parcels/search?limit=1&words=" + words))
                .isProblem(400, "malformed-address")
                .hasInstance("/parcels/search");
        assertThat(http.get("/parcels/search?limit=1&%s=1".formatted(words))).isProblem(400, "malformed-address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"words.x=1", "words%5B0%5D=1", "words.=1", "words.class.name=1", "from.x=1", "other=1"})
    void mayHoldParametersThatNobodyReads(String parameter) {
        assertThat(http.get("/parcels/found?words=b&" + parameter)).isOk("{\"words\":\"b\",\"from\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_words=x", "!words=x", "_words", "_from=x", "!from=2026-01-31T12:00:00Z"})
    void knowsNoMarkersOfFields(String parameter) {
        assertThat(http.get("/parcels/found?" + parameter)).isOk("{\"words\":null,\"from\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Words: x", "From: someone@example.com"})
    void isNotSupplementedByHeaders(String header) {
        assertThat(http.get("/parcels/found", header)).isOk("{\"words\":null,\"from\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1577836800", "0", "-1", "Mon,%2030%20Nov%202026%2009:00:00%20GMT", "2026-01-31"})
    void isRefusedWhenATimeIsNoInstant(String from) {
        assertThat(http.get("/parcels/found?from=" + from)).isProblem(400, "invalid-request");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31T12:00:00Z, '\"2026-01-31T12:00:00Z\"'", "'', null"})
    void mayHoldAnInstantOrNone(String from, String read) {
        assertThat(http.get("/parcels/found?from=" + from)).isOk("{\"words\":null,\"from\":%s}".formatted(read));
    }

    @ParameterizedTest
    @CsvSource({"a%00b,malformed-address", "%zz,bad-request", "%,bad-request"})
    void hasTheSameRulesForAForm(String words, String type) {
        assertThat(http.post("/parcels/form", "words=" + words, FORM)).isProblem(400, type);
        assertThat(http.post("/parcels", "words=" + words, FORM)).isProblem(400, type);
    }

    @Test
    void hasTooManyParameters() {
        assertThat(http.get("/parcels/search?limit=1" + "&a".repeat(4_101))).isProblem(400, "bad-request");
        assertThat(http.post("/parcels/form", "words=a" + "&a".repeat(4_101), FORM))
                .isProblem(400, "bad-request");
    }

    @Test
    void mayHoldAnyOtherCharacter() {
        assertThat(http.get("/parcels/search?limit=1&words=%F0%9F%8E%81+%EF%BF%BD%01"))
                .isOk("1 of \uD83C\uDF81 \uFFFD\u0001");
        assertThat(http.get("/parcels/named/a%20%F0%9F%8E%81+b")).isOk("a \uD83C\uDF81+b");
        assertThat(http.post("/parcels/form", "words=%F0%9F%8E%81+b", FORM)).isOk("\uD83C\uDF81 b");
    }

    @Test
    void isRefusedWhenItIsTooLong() {
        assertThat(http.get("/parcels/search?limit=1&words=" + "x".repeat(10_000)))
                .isProblem(400, "bad-request");
        assertThat(http.get("/" + "x".repeat(100_000))).isProblem(400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere", "/", "//", "///", "//parcels//search", "/parcels/search/", "/error", "/actuator/env"
            })
    void isNotFoundWhereNothingIs(String address) {
        assertThat(http.get(address)).isProblem(404, "not-found").hasDetail("There is nothing at this address.");
    }

    @ParameterizedTest
    @CsvSource({"abc", "1.5", "''", "99999999999", "1e3", "one", "%C2%A0"})
    void namesTheParameterThatIsOfAnotherType(String number) {
        assertThat(http.get("/parcels/search?limit=" + number))
                .isProblem(400, "invalid-request")
                .namesFields("limit")
                .hasDetail("'limit' is not a whole number in range.");
    }

    @ParameterizedTest
    @CsvSource({
        "/parcels/numbered/abc, number, is not a whole number in range",
        "/parcels/search?limit=1&from=yesterday, from, is not an instant such as 2026-01-31T12:00:00Z",
        "/parcels/search?limit=1&speed=WARP, speed, 'is not one of SLOW, FAST'",
        "/parcels/search?words=mug, limit, is required",
        "/parcels/search?limit=501, limit, must be less than or equal to 500"
    })
    void namesThePartThatIsWrong(String address, String field, String message) {
        assertThat(http.get(address))
                .isProblem(400, "invalid-request")
                .namesFields(field)
                .hasDetail("'%s' %s.".formatted(field, message));
    }
}
