package io.watertight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class BodySizeTests {

    private static final int LIMIT = 1024 * 1024;
    private static final String TEN_MEGABYTES = "x".repeat(10 * LIMIT);
    /** Neither JSON nor a form nor a text is at its end while there is only white space. */
    private static final String CHUNK = " ".repeat(LIMIT / 16);

    private static final String REFUSAL = "The body exceeds the limit of 1048576 bytes.";

    private final PlainHttp http;

    BodySizeTests(@LocalServerPort int port) {
        this.http = new PlainHttp(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json",
                "Content-Type: text/plain",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: multipart/form-data; boundary=x",
                "Accept: nonsense"
            })
    void isRefusedWhenItsLengthIsTooLarge(String header) {
        assertThat(http.post("/parcels", TEN_MEGABYTES, header))
                .isProblem(413, "body-too-large")
                .hasDetail(REFUSAL)
                .hasInstance("/parcels");
    }

    @ParameterizedTest
    @CsvSource({
        "/parcels, Content-Type: application/json",
        "/parcels, Accept: nonsense",
        "/parcels/upload, Content-Type: text/plain",
        "/parcels/form, Content-Type: application/x-www-form-urlencoded"
    })
    void isRefusedWhenMoreComesThanIsReadThoughItsLengthWasNotAnnounced(String address, String header) {
        assertThat(http.postChunks(address, CHUNK, 160, header)).isProblem(413, "body-too-large");
    }

    @Test
    void isRefusedForWhomeverAskedFirstWhetherToContinue() {
        assertThat(http.send(
                        "POST /parcels HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\n"
                                + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n".formatted(10 * LIMIT)))
                .isProblem(413, "body-too-large");
    }

    @Test
    void isReadUpToTheLimitAndNotAByteFurther() {
        assertThat(http.post("/parcels/upload", "x".repeat(LIMIT), "Content-Type: text/plain"))
                .isOk("read 1048576");
        assertThat(http.postChunks("/parcels/upload", CHUNK, 16, "Content-Type: text/plain"))
                .isOk("read 1048576");
        assertThat(http.post("/parcels/upload", "x".repeat(LIMIT + 1), "Content-Type: text/plain"))
                .isProblem(413, "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "Text/CSV; charset=utf-8"})
    void mayBeLargerWhereItIsReadAsAStream(String type) {
        assertThat(http.post("/parcels/upload", TEN_MEGABYTES, "Content-Type: " + type))
                .isOk("read 10485760");
        assertThat(http.postChunks("/parcels/upload", CHUNK, 160, "Content-Type: " + type))
                .isOk("read 10485760");
    }

    @Test
    void isOfNoInterestWhereNobodyReadsIt() {
        assertThat(http.postChunks("/nowhere", CHUNK, 160)).isProblem(404, "not-found");
    }
}
