package com.example.platform.web;

import com.example.shop.kernel.Problem.Field;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in a client's words why a JSON body could not be read, and at which field. */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemDetail describe(HttpMessageNotReadableException e, ProblemDetails problems) {
        if (!(e.getCause() instanceof JacksonException cause)) {
            return problems.of(HttpStatus.BAD_REQUEST, "unreadable-body", "The request needs a JSON body.", List.of());
        }
        String message = messageFor(cause);
        String field = pathOf(cause);
        if (field.isEmpty() || cause instanceof StreamReadException) {
            return problems.of(HttpStatus.BAD_REQUEST, "unreadable-body", "The body %s.".formatted(message), List.of());
        }
        return problems.of(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "'%s' %s.".formatted(field, message),
                List.of(new Field(field, message)));
    }

    private static String messageFor(JacksonException cause) {
        return switch (cause) {
            case StreamReadException broken ->
                "is not valid JSON (line %d, column %d)"
                        .formatted(
                                broken.getLocation().getLineNr(),
                                broken.getLocation().getColumnNr());
            case UnrecognizedPropertyException unknown ->
                "is not known here; known are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "));
            case InvalidFormatException wrong -> "is not " + Expected.of(wrong.getTargetType());
            // Thrown by a value type's own constructor, whose message is made for the caller.
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException ->
                String.valueOf(refused.getCause().getMessage());
            case ValueInstantiationException incomplete -> "is incomplete";
            case MismatchedInputException mismatch
            when String.valueOf(mismatch.getOriginalMessage()).contains("cannot be stored") ->
                "contains a character that cannot be stored";
            case MismatchedInputException mismatch
            when String.valueOf(mismatch.getOriginalMessage()).startsWith("Missing required") -> "is incomplete";
            case MismatchedInputException mismatch ->
                mismatch.getTargetType() == null
                        ? "has the wrong type"
                        : "is not " + Expected.of(mismatch.getTargetType());
            default -> "cannot be read";
        };
    }

    /** In the same notation as the paths of validation: {@code lines[3].quantity}. */
    private static String pathOf(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : e.getPath()) {
            String property = reference.getPropertyName();
            if (property == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(property);
            }
        }
        return path.toString();
    }
}
