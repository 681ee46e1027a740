package io.watertight.web;

import io.watertight.api.Problem.Field;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Stable names and fields for Spring MVC's own exceptions. */
final class StandardProblems {

    private StandardProblems() {}

    static String typeOf(Exception e, HttpStatusCode status) {
        return switch (e) {
            case MissingRequestHeaderException _ -> "missing-header";
            case MissingServletRequestParameterException _,
                    TypeMismatchException _,
                    MethodArgumentNotValidException _,
                    HandlerMethodValidationException _ -> "invalid-request";
            default -> nameOf(status);
        };
    }

    /** {@return the name of a status, such as {@code method-not-allowed}} */
    static String nameOf(HttpStatusCode status) {
        return switch (HttpStatus.resolve(status.value())) {
            case null -> "error";
            case INTERNAL_SERVER_ERROR -> "internal-error";
            case CONTENT_TOO_LARGE -> "body-too-large";
            case HttpStatus known -> known.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    static List<Field> fieldsOf(Exception e) {
        return switch (e) {
            case MissingRequestHeaderException missing -> List.of(new Field(missing.getHeaderName(), "is required"));
            case MissingServletRequestParameterException missing ->
                List.of(new Field(missing.getParameterName(), "is required"));
            case MethodArgumentTypeMismatchException mismatch ->
                List.of(new Field(mismatch.getName(), Expected.isNot(mismatch.getRequiredType())));
            case MethodArgumentNotValidException invalid -> Violations.fieldsOf(invalid);
            case HandlerMethodValidationException invalid -> Violations.fieldsOf(invalid);
            default -> List.of();
        };
    }

    /** Spring's own sentence, unless it mentions Spring. */
    static String detailOf(Exception e, ProblemDetail detail) {
        return e instanceof NoResourceFoundException || detail.getDetail() == null
                ? sentenceFor(detail.getStatus())
                : detail.getDetail();
    }

    static String sentenceFor(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return switch (known) {
            case null -> "The request could not be answered.";
            case NOT_FOUND -> "There is nothing at this address.";
            case BAD_REQUEST ->
                "The request is not valid HTTP, or its address or a header is too long or has a character that is not allowed.";
            case INTERNAL_SERVER_ERROR -> "The server failed to process the request.";
            default -> known.getReasonPhrase() + ".";
        };
    }
}
