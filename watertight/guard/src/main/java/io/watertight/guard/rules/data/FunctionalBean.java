package io.watertight.guard.rules.data;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.Advice;
import io.watertight.guard.rules.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** A lambda carries its module's repository to wherever the container puts it, under a type that says nothing. */
final class FunctionalBean {

    private static final Pattern OF_THE_JDK = Pattern.compile(
            "java\\.util\\.function\\.\\w+|java\\.lang\\.(Runnable|Iterable)|java\\.util\\.concurrent\\.Callable");

    private FunctionalBean() {}

    static void examine(CodeBase code, Findings findings) {
        List<Made> made = new ArrayList<>();
        code.guarded().forEach(it -> {
            findings.examined(it);
            it.java().getMethods().stream()
                    .filter(method -> method.isAnnotatedWith(Spring.BEAN) || method.isMetaAnnotatedWith(Spring.BEAN))
                    .forEach(method -> add(it, method, made));
            if (it.isBean()) {
                it.java().getInterfaces().stream()
                        .filter(type ->
                                OF_THE_JDK.matcher(type.toErasure().getName()).matches())
                        .forEach(type -> made.add(new Made(it, type, "")));
            }
        });
        made.forEach(it -> code.guarded()
                .filter(user -> !Objects.equals(user.owner(), it.maker().owner()))
                .forEach(user -> InjectionPoints.of(user).stream()
                        .filter(point -> carries(point.type(), it.type()))
                        .findFirst()
                        .ifPresent(point -> report(code, it, user, point, findings))));
    }

    private static void add(CodeType type, JavaMethod method, List<Made> made) {
        JavaType returned = method.getReturnType();
        parts(returned).stream()
                .filter(it -> OF_THE_JDK.matcher(it.toErasure().getName()).matches())
                .forEach(it -> made.add(new Made(type, it, method.getName())));
    }

    /** The type itself, or what a collection, map or provider holds. */
    private static List<JavaType> parts(JavaType type) {
        return type instanceof JavaParameterizedType it
                        && !OF_THE_JDK.matcher(it.toErasure().getName()).matches()
                ? it.getActualTypeArguments().stream()
                        .flatMap(part -> parts(part).stream())
                        .toList()
                : List.of(type);
    }

    private static boolean carries(JavaType asked, JavaType made) {
        return parts(asked).stream()
                .anyMatch(it -> it.getName().equals(made.getName())
                        || (it.toErasure().equals(made.toErasure()) && it.equals(it.toErasure())));
    }

    private static void report(
            CodeBase code, Made made, CodeType user, InjectionPoints.InjectionPoint point, Findings findings) {
        String type = Advice.simple(made.type());
        findings.add(
                findings.at(user, point.member(), 0),
                made.maker().name(),
                "%s gets %s in its %s, and %s makes a bean of that type."
                        .formatted(
                                user.inWords(),
                                type,
                                point.words(),
                                made.maker().inWords()),
                "It is code of one module under a type that says nothing: a write that no declared dependency shows.",
                made.maker().isInBusiness()
                        ? Advice.ask(code, Objects.requireNonNull(made.maker().owner()), "", true)
                        : "Give it an interface of its own in the module that implements it.");
    }

    private record Made(CodeType maker, JavaType type, String member) {}
}
