package io.watertight.guard.rules.exports;

import io.watertight.guard.codebase.Codebase;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.stream.Stream;

/** What answers requests from outside: methods of controllers, of advice for them, and of actuator endpoints. */
final class Handlers {

    private static final String EXCEPTIONS = "org.springframework.web.bind.annotation.ExceptionHandler";

    private static final List<String> ROOMS = List.of(
            "org.springframework.stereotype.Controller",
            "org.springframework.web.bind.annotation.ControllerAdvice",
            "org.springframework.boot.actuate.endpoint.annotation.Endpoint");

    private static final List<String> MARKS = List.of(
            "org.springframework.web.bind.annotation.RequestMapping",
            "org.springframework.web.bind.annotation.ModelAttribute",
            EXCEPTIONS,
            "org.springframework.messaging.handler.annotation.MessageMapping",
            "org.springframework.messaging.simp.annotation.SubscribeMapping",
            "org.springframework.graphql.data.method.annotation.SchemaMapping",
            "org.springframework.boot.actuate.endpoint.annotation.ReadOperation",
            "org.springframework.boot.actuate.endpoint.annotation.WriteOperation",
            "org.springframework.boot.actuate.endpoint.annotation.DeleteOperation");

    private static final String RESPONSE_BODY = "org.springframework.web.bind.annotation.ResponseBody";

    private Handlers() {}

    static boolean isRoom(JavaClass type) {
        return ROOMS.stream().anyMatch(it -> type.isAnnotatedWith(it) || type.isMetaAnnotatedWith(it));
    }

    /** Also those that it inherits, and those that an interface of the application declares for it. */
    static List<JavaMethod> of(Codebase code, JavaClass room) {
        List<JavaMethod> known = room.getAllMethods().stream()
                .filter(it -> code.owns(it.getOwner().getName()))
                .filter(it -> !it.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !it.getModifiers().contains(JavaModifier.BRIDGE))
                .toList();
        return known.stream()
                .filter(it -> isMarked(it) || known.stream().anyMatch(other -> isMarked(other) && isSame(other, it)))
                .sorted(java.util.Comparator.comparing(JavaMethod::getFullName))
                .toList();
    }

    /** Whether what it returns goes out as it is, and not to a template. */
    static boolean isBody(JavaClass room, JavaMethod method) {
        return is(method, RESPONSE_BODY)
                || Stream.concat(Stream.of(room), room.getAllClassesSelfIsAssignableTo().stream())
                        .anyMatch(it -> it.isAnnotatedWith(RESPONSE_BODY) || it.isMetaAnnotatedWith(RESPONSE_BODY))
                || isEnvelope(method.getRawReturnType());
    }

    static boolean isEnvelope(JavaClass type) {
        return type.isAssignableTo("org.springframework.http.HttpEntity");
    }

    /** Errors are told in the framework's own words. */
    static boolean isForErrors(JavaMethod method) {
        return is(method, EXCEPTIONS);
    }

    private static boolean isMarked(JavaMethod method) {
        return MARKS.stream().anyMatch(it -> is(method, it));
    }

    private static boolean isSame(JavaMethod declared, JavaMethod implemented) {
        return declared.getName().equals(implemented.getName())
                && declared.getRawParameterTypes().size()
                        == implemented.getRawParameterTypes().size();
    }

    private static boolean is(JavaMethod method, String annotation) {
        return method.isAnnotatedWith(annotation) || method.isMetaAnnotatedWith(annotation);
    }
}
