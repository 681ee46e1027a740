package io.watertight.web;

import io.watertight.api.Problem.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Tells the client why a JSON body could not be read, and at which field. */
final class UnreadableBody {

    /** The response repeats the client's field name, up to this length. */
    private static final int LONGEST_NAME = 100;

    private UnreadableBody() {}

    static ProblemDetail describe(HttpMessageNotReadableException e) {
        if (!(e.getCause() instanceof JacksonException cause)) {
            String detail =
                    e.getCause() == null ? "The request needs a JSON body." : "The body could not be read to its end.";
            return ProblemDetails.of(HttpStatus.BAD_REQUEST, "unreadable-body", detail, List.of());
        }
        String message = messageFor(cause);
        String field = pathOf(cause);
        if (field.isEmpty() || isBroken(cause)) {
            return ProblemDetails.of(
                    HttpStatus.BAD_REQUEST, "unreadable-body", "The body %s.".formatted(message), List.of());
        }
        return ProblemDetails.of(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "'%s' %s.".formatted(field, message),
                List.of(new Field(field, message)));
    }

    /** Whether the body is not JSON at all, so that no single field is to blame. */
    private static boolean isBroken(JacksonException cause) {
        return cause instanceof StreamReadException && !(cause instanceof InputCoercionException);
    }

    private static String messageFor(JacksonException cause) {
        return switch (cause) {
            case InputCoercionException range -> Expected.isNot(range.getTargetType());
            case StreamReadException twice
            when says(twice, "Duplicate Object property") -> "contains a duplicate field" + at(twice.getLocation());
            case StreamReadException broken -> "is not valid JSON" + at(broken.getLocation());
            case StreamConstraintsException _ -> "is nested too deeply, or something in it is too long";
            case PropertyBindingException unknown ->
                "is unknown; known fields are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "));
            case InvalidFormatException wrong -> Expected.isNot(wrong.getTargetType());
            // Thrown by a value type's constructor; its message is written for the caller.
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException reason -> String.valueOf(reason.getMessage());
            case ValueInstantiationException refused
            when !missingPartIn(refused).isEmpty() -> Violations.REQUIRED;
            case ValueInstantiationException _ -> "is incomplete";
            case MismatchedInputException mismatch -> messageFor(mismatch);
            default -> "cannot be read";
        };
    }

    /** {@return the component that a record has refused as {@code null}, by {@code requireNonNull} with its name; empty if there is none} */
    private static String missingPartIn(JacksonException cause) {
        return cause instanceof ValueInstantiationException refused
                        && refused.getCause() instanceof NullPointerException absent
                        && refused.getType().isRecordType()
                ? Arrays.stream(refused.getType().getRawClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(it -> it.equals(absent.getMessage()))
                        .findAny()
                        .orElse("")
                : "";
    }

    private static String messageFor(MismatchedInputException mismatch) {
        if (says(mismatch, "contains a character that cannot be stored")) {
            return "contains a character that cannot be stored";
        }
        if (says(mismatch, "Missing required") || says(mismatch, "Cannot map `null`")) {
            return "is required";
        }
        if (says(mismatch, "Trailing token")) {
            return "has trailing content" + at(mismatch.getLocation());
        }
        return mismatch.getTargetType() == null ? "has the wrong type" : Expected.isNot(mismatch.getTargetType());
    }

    /** Jackson distinguishes some cases by their message only. */
    private static boolean says(JacksonException cause, String words) {
        return String.valueOf(cause.getOriginalMessage()).startsWith(words);
    }

    private static String at(TokenStreamLocation location) {
        return " (line %s, column %s)".formatted(location.getLineNr(), location.getColumnNr());
    }

    /** {@return the path in the notation of validation: {@code lines[3].quantity}} */
    private static String pathOf(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : e.getPath()) {
            String property = reference.getPropertyName();
            if (property == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(abbreviated(property));
            }
        }
        String part = missingPartIn(e);
        return path.append(path.isEmpty() || part.isEmpty() ? "" : ".")
                .append(part)
                .toString();
    }

    private static String abbreviated(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
    }
}
