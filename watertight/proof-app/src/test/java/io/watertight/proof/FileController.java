package io.watertight.proof;

import io.watertight.pattern.Download;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A file that says how often it has been written. */
@RestController
class FileController {

    private final AtomicInteger times = new AtomicInteger();

    @GetMapping(
            path = "/file",
            produces = {"text/csv", MediaType.APPLICATION_NDJSON_VALUE})
    ResponseEntity<StreamingResponseBody> file(@RequestHeader HttpHeaders headers) {
        return Download.file(
                "file",
                Download.preferred(headers, Download.CSV, MediaType.APPLICATION_NDJSON),
                target -> target.write(String.valueOf(times.incrementAndGet()).getBytes(StandardCharsets.US_ASCII)));
    }
}
