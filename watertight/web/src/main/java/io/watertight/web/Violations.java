package io.watertight.web;

import io.watertight.api.Problem.Field;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** The fields that bean validation has rejected, with the client's names for them. */
final class Violations {

    /** More errors do not help a reader, and a body with a thousand bad lines must not get an endless response. */
    private static final int LISTED = 100;

    static final String REQUIRED = "is required";

    /** The constraints that what is left out breaks. */
    private static final Set<String> MISSING = Set.of("NotNull", "NotBlank", "NotEmpty");

    private Violations() {}

    /** {@return the violations of a service call} */
    static List<Field> fieldsOf(ConstraintViolationException e) {
        return listed(e.getConstraintViolations().stream().map(it -> new Field(nameOf(it), it.getMessage())));
    }

    /** {@return the violations of a body or a form} */
    static List<Field> fieldsOf(MethodArgumentNotValidException e) {
        List<String> unread = e.getFieldErrors().stream()
                .filter(FieldError::isBindingFailure)
                .map(it -> it.getField() + '.')
                .toList();
        return listed(e.getAllErrors().stream()
                .filter(it -> !(it instanceof FieldError error) || !isConsequence(error, unread))
                .map(it -> field(it, it.getObjectName(), "")));
    }

    /** What could not be read counts as missing, and so does what it is a part of. */
    private static boolean isConsequence(FieldError error, List<String> unread) {
        return !error.isBindingFailure() && unread.stream().anyMatch(it -> it.startsWith(error.getField() + '.'));
    }

    /** {@return the violations of a controller's arguments} */
    static List<Field> fieldsOf(HandlerMethodValidationException e) {
        return listed(e.getParameterValidationResults().stream()
                .flatMap(result ->
                        result.getResolvableErrors().stream().map(it -> field(it, nameOf(result), indexOf(result)))));
    }

    private static List<Field> listed(Stream<Field> fields) {
        return fields.sorted(Comparator.comparing(Field::name).thenComparing(Field::message))
                .limit(LISTED)
                .toList();
    }

    private static Field field(MessageSourceResolvable error, String parameter, String index) {
        String name = error instanceof FieldError inside
                ? join(new StringBuilder(index), inside.getField()).toString()
                : parameter;
        return new Field(name, messageOf(error));
    }

    /** Spring's own sentence for a value that could not be converted names Java types. */
    private static String messageOf(MessageSourceResolvable error) {
        if (!(error instanceof FieldError field)) {
            return String.valueOf(error.getDefaultMessage());
        }
        boolean mismatch = field.contains(TypeMismatchException.class);
        if (MISSING.contains(String.valueOf(field.getCode())) || (mismatch && isBlank(field.getRejectedValue()))) {
            return REQUIRED;
        }
        return mismatch
                ? Expected.isNot(field.unwrap(TypeMismatchException.class).getRequiredType())
                : String.valueOf(error.getDefaultMessage());
    }

    private static boolean isBlank(@Nullable Object value) {
        return value instanceof String text && text.isBlank();
    }

    private static String nameOf(ParameterValidationResult result) {
        String index = indexOf(result);
        return !index.isEmpty() && result.getMethodParameter().hasParameterAnnotation(RequestBody.class)
                ? index
                : result.getMethodParameter().getParameterName() + index;
    }

    private static String indexOf(ParameterValidationResult result) {
        return result.getContainerIndex() == null ? "" : "[" + result.getContainerIndex() + "]";
    }

    /**
     * The path without the method and, for a violation inside a parameter, without the parameter: the client sent
     * {@code parts[3].size} and does not know {@code method.parameter}.
     */
    private static String nameOf(ConstraintViolation<?> violation) {
        String parameter = "";
        StringBuilder path = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.isInIterable()) {
                path.append('[')
                        .append(node.getIndex() == null ? node.getKey() : node.getIndex())
                        .append(']');
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                join(path, node.getName());
            } else if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            }
        }
        return path.isEmpty() ? parameter : path.toString();
    }

    private static StringBuilder join(StringBuilder path, String name) {
        return path.append(path.isEmpty() ? "" : ".").append(name);
    }
}
