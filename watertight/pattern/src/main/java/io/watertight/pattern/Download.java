package io.watertight.pattern;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Responses with a file that is streamed in constant memory. */
public final class Download {

    /** The type of a CSV file. */
    public static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Download() {}

    /** {@return the type that the client prefers (RFC 9110, 12.5.1); of several equally preferred types, the one offered first} */
    public static MediaType preferred(HttpHeaders request, MediaType... offered) {
        List<MediaType> accepted = request.getAccept();
        MediaType preferred = offered[0];
        for (MediaType type : offered) {
            preferred = qualityOf(type, accepted) > qualityOf(preferred, accepted) ? type : preferred;
        }
        return preferred;
    }

    /** What the most specific range says that includes the type. */
    private static double qualityOf(MediaType type, List<MediaType> accepted) {
        return accepted.stream()
                .filter(it -> it.includes(type))
                .max(Comparator.comparing((MediaType it) -> it.isConcrete()).thenComparing(it -> !it.isWildcardType()))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }

    /** {@return a CSV file for spreadsheets} */
    public static ResponseEntity<StreamingResponseBody> csv(String name, StreamingResponseBody content) {
        return file(name, CSV, content);
    }

    /** {@return a file with a JSON document in each line} */
    public static <T> ResponseEntity<StreamingResponseBody> ndjson(
            String name, Stream<T> rows, Function<T, byte[]> json) {
        return file(name, MediaType.APPLICATION_NDJSON, target -> {
            for (T row : (Iterable<T>) rows::iterator) {
                target.write(json.apply(row));
                target.write('\n');
            }
        });
    }

    /**
     * {@return a file of any type; the type is set here, because streams skip content negotiation} Nothing is written for
     * {@code HEAD}.
     */
    public static ResponseEntity<StreamingResponseBody> file(
            String name, MediaType type, StreamingResponseBody content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(isForHeadersOnly() ? OutputStream::flush : content);
    }

    private static boolean isForHeadersOnly() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                && HttpMethod.HEAD.matches(current.getRequest().getMethod());
    }
}
