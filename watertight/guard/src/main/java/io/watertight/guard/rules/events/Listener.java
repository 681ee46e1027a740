package io.watertight.guard.rules.events;

import io.watertight.guard.codebase.ClassFacts.FunctionValue;
import io.watertight.guard.codebase.CodeClass;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Code that is told of events.
 *
 * @param type where it is
 * @param method null for an {@code ApplicationListener}
 * @param hears names of the types of events
 * @param line 0 if it is the class that listens
 */
record Listener(CodeClass type, @Nullable JavaMethod method, List<String> hears, int line) {

    static final String EVENT_LISTENER = "org.springframework.context.event.EventListener";
    static final String MODULE_LISTENER = "org.springframework.modulith.events.ApplicationModuleListener";
    private static final String TRANSACTIONAL_LISTENER =
            "org.springframework.transaction.event.TransactionalEventListener";
    private static final String APPLICATION_LISTENER = "org.springframework.context.ApplicationListener";

    Listener {
        hears = List.copyOf(hears);
    }

    /** All of a class: annotated methods, the class itself, beans that it makes, lambdas. */
    static List<Listener> in(CodeClass type) {
        List<Listener> found = new ArrayList<>();
        type.type().getMethods().stream()
                .filter(Listener::isAnnotated)
                .map(it -> new Listener(type, it, heardBy(it), lineOf(it)))
                .forEach(found::add);
        List<String> byInterface = Stream.concat(
                        type.type().getInterfaces().stream(), type.type().getSuperclass().stream())
                .flatMap(it -> payloads(it).stream())
                .toList();
        if (!byInterface.isEmpty()) {
            found.add(new Listener(type, null, byInterface, 0));
        }
        for (JavaMethod method : type.type().getMethods()) {
            List<String> made = payloads(method.getReturnType());
            if (!made.isEmpty()) {
                found.add(new Listener(type, null, made, lineOf(method)));
            }
        }
        for (FunctionValue function : type.facts().functions()) {
            if (function.type().equals(APPLICATION_LISTENER) && found.stream().noneMatch(it -> it.method() == null)) {
                found.add(new Listener(
                        type, null, function.parameters(), function.place().line()));
            }
        }
        return found;
    }

    /** Whether Spring Modulith's registry stands behind it. */
    boolean isModuleListener() {
        return method != null && is(method, MODULE_LISTENER);
    }

    /** What the annotation says, or the one that somebody composed of it; empty if nothing. */
    Optional<String> id() {
        return method == null
                ? Optional.empty()
                : method.getAnnotations().stream()
                        .filter(it -> it.getRawType().getName().equals(MODULE_LISTENER)
                                || it.getRawType().isMetaAnnotatedWith(MODULE_LISTENER))
                        .flatMap(it -> it.get("id").stream())
                        .map(String::valueOf)
                        .filter(it -> !it.isBlank())
                        .findFirst();
    }

    String name() {
        return method == null ? type.simpleName() : "%s.%s".formatted(type.simpleName(), method.getName());
    }

    private static boolean isAnnotated(JavaMethod method) {
        return is(method, EVENT_LISTENER) || is(method, MODULE_LISTENER) || is(method, TRANSACTIONAL_LISTENER);
    }

    private static boolean is(JavaMethod method, String annotation) {
        return method.isAnnotatedWith(annotation) || method.isMetaAnnotatedWith(annotation);
    }

    private static List<String> heardBy(JavaMethod method) {
        Stream<String> parameter = method.getParameterTypes().stream().limit(1).flatMap(it -> involved(it).stream());
        Stream<String> named = method.getAnnotations().stream()
                .map(JavaAnnotation::getProperties)
                .flatMap(it -> Stream.of("classes", "value").map(it::get))
                .filter(JavaClass[].class::isInstance)
                .flatMap(it -> Arrays.stream((JavaClass[]) it))
                .map(JavaClass::getName);
        return Stream.concat(named, parameter).distinct().toList();
    }

    /** What the payload is, where it is told; the event around it is then of no interest. */
    private static List<String> involved(JavaType type) {
        List<String> names =
                type.getAllInvolvedRawTypes().stream().map(JavaClass::getName).toList();
        return names.size() > 1
                ? names.stream()
                        .filter(it -> !it.equals(type.toErasure().getName()))
                        .toList()
                : names;
    }

    private static List<String> payloads(JavaType type) {
        if (!type.toErasure().isAssignableTo(APPLICATION_LISTENER)) {
            return List.of();
        }
        if (type instanceof JavaParameterizedType it) {
            return it.getActualTypeArguments().stream()
                    .flatMap(argument -> involved(argument).stream())
                    .toList();
        }
        return type.toErasure().getName().startsWith("org.springframework.")
                ? List.of(Object.class.getName())
                : List.of();
    }

    private static int lineOf(JavaMethod method) {
        return Math.max(1, method.getSourceCodeLocation().getLineNumber());
    }
}
