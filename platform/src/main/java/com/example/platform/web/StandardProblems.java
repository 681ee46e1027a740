package com.example.platform.web;

import com.example.shop.kernel.Problem.Field;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Stable names and fields for the exceptions that Spring MVC raises by itself. */
final class StandardProblems {

    private StandardProblems() {}

    static String typeOf(Exception e, HttpStatusCode status) {
        return switch (e) {
            case MissingRequestHeaderException ignored -> "missing-header";
            case MissingServletRequestParameterException ignored -> "invalid-request";
            case TypeMismatchException ignored -> "invalid-request";
            case HandlerMethodValidationException ignored -> "invalid-request";
            default -> nameOf(status);
        };
    }

    /** For example {@code method-not-allowed}. */
    static String nameOf(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "error" : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<Field> fieldsOf(Exception e) {
        return switch (e) {
            case MissingRequestHeaderException missing -> List.of(new Field(missing.getHeaderName(), "is required"));
            case MissingServletRequestParameterException missing ->
                List.of(new Field(missing.getParameterName(), "is required"));
            case MethodArgumentTypeMismatchException mismatch ->
                List.of(new Field(mismatch.getName(), "is not " + expected(mismatch)));
            case HandlerMethodValidationException invalid ->
                invalid.getParameterValidationResults().stream()
                        .flatMap(it -> it.getResolvableErrors().stream()
                                .map(error -> new Field(
                                        String.valueOf(it.getMethodParameter().getParameterName()),
                                        String.valueOf(error.getDefaultMessage()))))
                        .toList();
            default -> List.of();
        };
    }

    private static String expected(MethodArgumentTypeMismatchException mismatch) {
        Class<?> type = mismatch.getRequiredType();
        return type == null ? "valid" : Expected.of(type);
    }
}
