package com.example.platform.web;

import com.example.shop.kernel.Problem.Field;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The fields that bean validation found fault with, named as the caller named them. */
final class Violations {

    /** More do not help a reader, and a body of a thousand bad lines must not be answered by a book. */
    private static final int LISTED = 100;

    private Violations() {}

    static List<Field> fieldsOf(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .map(it -> new Field(nameOf(it), it.getMessage()))
                .sorted(Comparator.comparing(Field::name).thenComparing(Field::message))
                .limit(LISTED)
                .toList();
    }

    /**
     * The path without the method and, where the fault lies inside a parameter, without the parameter: a client sent
     * {@code lines[3].quantity} and knows nothing of {@code place.order}.
     */
    private static String nameOf(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(it -> it.getKind() != ElementKind.METHOD && it.getKind() != ElementKind.CROSS_PARAMETER)
                .toList();
        List<Path.Node> inside = nodes.stream()
                .filter(it -> it.getKind() != ElementKind.PARAMETER)
                .toList();
        return (inside.isEmpty() ? nodes : inside)
                .stream().map(Path.Node::toString).collect(Collectors.joining("."));
    }
}
