package io.watertight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The shelf is in its seventh version. */
@PlatformTest
class EntityTagTests {

    private static final String SHELF = "{\"name\":\"top\",\"version\":7}";

    private static final String PARCEL = "[{\"sku\":\"a\",\"quantity\":1}]";

    private final PlainHttp http;

    EntityTagTests(@LocalServerPort int port) {
        this.http = new PlainHttp(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shelf", "/shelf/entity"})
    void isTheVersionOfWhatIsRead(String address) {
        assertThat(http.get(address)).isOk(SHELF).hasHeader("ETag", "\"7\"");
        assertThat(http.call("HEAD", address)).isOk("").hasHeader("ETag", "\"7\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shelf", "/shelf/entity"})
    void neverKeepsAReadFromBeingAnswered(String address) {
        assertThat(http.get(address, "If-None-Match: \"7\"")).isOk(SHELF);
        assertThat(http.get(address, "If-None-Match: *")).isOk(SHELF);
        assertThat(http.get(address, "If-Match: \"6\"")).isOk(SHELF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"7\"",
                "\"7-42\"",
                "*",
                "\"6\", \"7\"",
                "\"6\",\"7\"",
                "W/\"7\", \"7\"",
                "\"a,b\", \"7\"",
                "  \"7\"  ",
                "\"7\",",
                ",\"7\"",
                "\"6\", , \"7\""
            })
    void admitsAChangeOfTheVersionThatWasSeen(String tags) {
        assertThat(http.call("PUT", "/shelf", "If-Match: " + tags)).isOk(SHELF).hasHeader("ETag", "\"7\"");
        assertThat(http.call("POST", "/shelf/clear", "If-Match: " + tags)).isOk("as expected");
    }

    @Test
    void mayStandInSeveralHeaders() {
        assertThat(http.call("PUT", "/shelf", "If-Match: \"6\"", "If-Match: \"7\""))
                .isOk(SHELF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"6\"",
                "\"8\"",
                "\"6\", \"8\"",
                "W/\"7\"",
                "\"\"",
                "\"abc\"",
                "\"-1\"",
                "\"+7\"",
                "\"07\"",
                "\" 7\"",
                "\"7,8\"",
                "\"99999999999999999999\""
            })
    void refusesAChangeOfAnyOther(String tags) {
        assertThat(http.call("PUT", "/shelf", "If-Match: " + tags)).isProblem(412, "stale-version");
        assertThat(http.call("POST", "/shelf/clear", "If-Match: " + tags)).isProblem(412, "stale-version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "\"7",
                "7\"",
                "abc",
                ",",
                ", ,",
                "*, \"7\"",
                "\"7\", *",
                "\"7\" \"8\"",
                "w/\"7\"",
                "W/7",
                "**"
            })
    void isRefusedWhenItIsNone(String tags) {
        assertThat(http.call("PUT", "/shelf", "If-Match: " + tags))
                .isProblem(400, "invalid-request")
                .namesFields("If-Match");
        assertThat(http.call("POST", "/shelf/clear", "If-Match: " + tags)).isProblem(400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "\"6\", \"7\"", "7"})
    void isRefusedWhereNothingHasAnEntityTag(String tags) {
        assertThat(http.post("/parcels/lines-checked-by-controller", PARCEL, "If-Match: " + tags))
                .isProblem(412, "precondition-failed")
                .namesFields("If-Match");
        assertThat(http.post("/parcels/lines-checked-by-controller", PARCEL, "If-Match: *"))
                .isOk("1");
        assertThat(http.post("/parcels/lines-checked-by-controller", PARCEL, "If-Match:"))
                .isOk("1");
        assertThat(http.get("/parcels/numbered/1", "If-Match: " + tags)).isOk("1");
        assertThat(http.call("POST", "/nowhere", "If-Match: " + tags)).isProblem(404, "not-found");
    }

    @Test
    void isLeftToControllersThatCompareItByHand() {
        assertThat(http.call("POST", "/shelf/clear-by-hand", "If-Match: \"7\"")).isOk("as expected");
        assertThat(http.call("POST", "/shelf/clear-by-hand", "If-Match: \"6\"").status())
                .isEqualTo(412);
    }

    @Test
    @Timeout(5)
    void isRefusedAmongVeryMany() {
        assertThat(http.call("PUT", "/shelf", "If-Match: " + "\"6\",".repeat(1_900)))
                .isProblem(412, "stale-version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y", "If-Match:", "If-Match:  "})
    void isRequiredUnlessTheControllerCanDoWithout(String header) {
        assertThat(http.call("PUT", "/shelf", header)).isProblem(428, "precondition-required");
        assertThat(http.call("POST", "/shelf/clear", header)).isOk("unconditionally");
    }
}
