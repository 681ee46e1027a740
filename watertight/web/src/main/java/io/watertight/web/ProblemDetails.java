package io.watertight.web;

import io.watertight.api.Problem;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Creates problem details (RFC 9457) of one shape: {@code errors} names the invalid fields. */
final class ProblemDetails {

    /** Before a problem's stable name. */
    private static final String TYPE_PREFIX = "urn:problem-type:";

    private ProblemDetails() {}

    /** @param context the path before the application's addresses, its own or its proxy's; empty if there is none */
    static ProblemDetail of(Problem problem, String context) {
        HttpStatus status = switch (problem.kind()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        ProblemDetail detail = of(status, problem.type(), problem.detail(), problem.fields());
        problem.extensions()
                .forEach((name, value) ->
                        detail.setProperty(name, value instanceof URI address ? below(context, address) : value));
        return detail;
    }

    private static URI below(String context, URI address) {
        return address.toString().startsWith("/") ? URI.create(context + address) : address;
    }

    /** If only the status is known. */
    static ProblemDetail of(HttpStatusCode status) {
        return of(status, StandardProblems.nameOf(status), StandardProblems.sentenceFor(status.value()), List.of());
    }

    static ProblemDetail of(HttpStatusCode status, String type, String detail, List<Problem.Field> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE_PREFIX + type));
        problem.setTitle(titleOf(type));
        if (!errors.isEmpty()) {
            problem.setProperty(
                    "errors",
                    errors.stream()
                            .map(it -> new FieldError(it.name(), it.message()))
                            .toList());
        }
        return problem;
    }

    /**
     * Sets the media type explicitly, so that the response also reaches clients whose {@code Accept} excludes it or is
     * malformed.
     */
    static ResponseEntity<ProblemDetail> respond(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** An entry of {@code errors}. */
    record FieldError(String field, String message) {}

    /** {@return the stable name as a title: {@code insufficient-stock} becomes "Insufficient stock"} */
    static String titleOf(String type) {
        String words = type.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
