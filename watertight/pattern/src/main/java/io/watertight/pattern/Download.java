package io.watertight.pattern;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Answers with a file that is written while it is sent, in constant memory. */
public final class Download {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Download() {}

    /** A file for a spreadsheet. */
    public static ResponseEntity<StreamingResponseBody> csv(String name, StreamingResponseBody content) {
        return file(name, CSV, content);
    }

    /** A file of any type, which is said here because a stream is written without looking at what was negotiated. */
    public static ResponseEntity<StreamingResponseBody> file(
            String name, MediaType type, StreamingResponseBody content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
