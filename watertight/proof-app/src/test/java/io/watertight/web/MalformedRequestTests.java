package io.watertight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Tomcat itself refuses. */
@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class MalformedRequestTests {

    private final PlainHttp http;

    MalformedRequestTests(@LocalServerPort int port) {
        this.http = new PlainHttp(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "G@T /parcels HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /parcels HTTP/1.1\r\n\r\n",
                "GET /parcels HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /parcels HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
                "GET /parcels HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nno header\r\n\r\n",
                "GET /parcels HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nA: a\0b\r\n\r\n",
                "POST /parcels HTTP/1.1\r\nHost: localhost\r\nContent-Length: abc\r\n\r\n{}",
                "POST /parcels HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n{}",
                "POST /parcels HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
                "POST /parcels HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
                "\u0016\u0003\u0001\u0002\0\u0001\r\n\r\n"
            })
    void isAProblemLikeAnyOtherAndLogsNoStackTrace(String request, CapturedOutput log) {
        int before = log.getOut().length();

        assertThat(http.send(request)).isProblem(400, "bad-request");
        assertThat(log.getOut().substring(before)).doesNotContain("\tat ");
    }

    @Test
    void isAProblemWhereOnlyItsBodyIsBroken() {
        String request = String.join(
                "\r\n",
                "POST /parcels HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Content-Type: application/json",
                "Transfer-Encoding: chunked",
                "",
                "no length of a chunk",
                "{}");

        assertThat(http.send(request)).isProblem(400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "text/", "text/csv; charset=none", "text/csv; charset=a b"})
    void isAProblemWhenTheTypeOfAFileCannotBeRead(String type) {
        assertThat(http.post("/parcels/file", "a,b", "Content-Type: " + type)).isProblem(415, "unsupported-media-type");
    }

    @Test
    void isAProblemWhenItsHeadersAreTooLongOrTooMany() {
        assertThat(http.get("/parcels", "A: " + "x".repeat(20_000))).isProblem(400, "bad-request");
        assertThat(http.get("/parcels", "A: x\r\n".repeat(200).trim())).isProblem(400, "bad-request");
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT /parcels HTTP/1.1, 501, not-implemented",
        "GET /parcels HTTP/9.9, 505, http-version-not-supported"
    })
    void isAProblemWhenItAsksForAnotherProtocol(String line, int status, String type) {
        assertThat(http.send(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .isProblem(status, type);
    }
}
