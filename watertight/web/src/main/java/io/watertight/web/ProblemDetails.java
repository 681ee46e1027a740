package io.watertight.web;

import io.watertight.api.Problem;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Makes problem details (RFC 9457), all in one shape: {@code errors} names the offending fields. */
class ProblemDetails {

    private final String typePrefix;

    ProblemDetails(String typePrefix) {
        this.typePrefix = typePrefix;
    }

    ProblemDetail of(Problem problem) {
        HttpStatus status = switch (problem.kind()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        ProblemDetail detail = of(status, problem.type(), problem.detail(), problem.fields());
        problem.extensions().forEach(detail::setProperty);
        return detail;
    }

    ProblemDetail of(BodyTooLargeException e) {
        return of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", String.valueOf(e.getMessage()), List.of());
    }

    /** Where nothing is known but the status. */
    ProblemDetail of(HttpStatusCode status) {
        return of(status, StandardProblems.nameOf(status), StandardProblems.sentenceFor(status.value()), List.of());
    }

    ProblemDetail of(HttpStatusCode status, String type, String detail, List<Problem.Field> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(typePrefix + type));
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
     * Names its media type explicitly, so that the answer also reaches a client whose {@code Accept} excludes it or cannot
     * be read.
     */
    static ResponseEntity<ProblemDetail> respond(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** As it is written in the problem detail. */
    record FieldError(String field, String message) {}

    /** The stable name in words: {@code insufficient-stock} reads "Insufficient stock". */
    static String titleOf(String type) {
        String words = type.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
