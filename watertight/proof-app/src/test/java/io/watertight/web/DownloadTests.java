package io.watertight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class DownloadTests {

    private final PlainHttp http;

    DownloadTests(@LocalServerPort int port) {
        this.http = new PlainHttp(port);
    }

    @Test
    void isNotWrittenForWhoAsksForItsHeadersOnly() {
        Answer before = http.get("/file");
        Answer head = http.call("HEAD", "/file");
        Answer after = http.get("/file");

        assertThat(head).isOk("").hasHeader("Content-Length", "");
        assertThat(head.header("Content-Type")).isEqualTo(before.header("Content-Type"));
        assertThat(head.header("Content-Disposition")).isEqualTo(before.header("Content-Disposition"));
        assertThat(Integer.parseInt(after.body())).isEqualTo(Integer.parseInt(before.body()) + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                                 | text/csv
            text/*                                              | text/csv
            application/*                                       | application/x-ndjson
            application/x-ndjson                                | application/x-ndjson
            application/x-ndjson;q=0.1                          | application/x-ndjson
            application/x-ndjson;q=0.5, text/csv                | text/csv
            application/x-ndjson;q=0.5, text/csv;q=0.9          | text/csv
            application/x-ndjson;q=0.9, text/csv;q=0.5          | application/x-ndjson
            application/x-ndjson, text/csv                      | text/csv
            text/csv;q=0.5, application/x-ndjson                | application/x-ndjson
            application/x-ndjson;q=0, */*                       | text/csv
            text/csv;q=0, */*                                   | application/x-ndjson
            text/csv;q=0.2, */*;q=0.8                           | application/x-ndjson
            application/x-ndjson, */*;q=0.8                     | application/x-ndjson
            text/html, application/x-ndjson;q=0.2, text/*;q=0.3 | text/csv
            """)
    void isOfTheTypeThatTheClientPrefers(String accept, String type) {
        assertThat(http.get("/file", "Accept: " + accept).header("Content-Type"))
                .startsWith(type);
    }

    @Test
    void isOfTheFirstTypeForAClientWithoutAPreference() {
        assertThat(http.get("/file").header("Content-Type")).startsWith("text/csv");
    }
}
