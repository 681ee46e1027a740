package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.InjectionPoints.InjectionPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A lambda carries its module's repository to wherever the container puts it, under a type that says nothing. */
final class FunctionalBean {

    private static final Pattern OF_THE_JDK =
            Pattern.compile("java\\.(util\\.(function\\.\\w+|concurrent\\.Callable)|lang\\.(Runnable|Iterable))");

    void examine(CodeBase code, Findings findings) {
        List<Made> made = new ArrayList<>();
        code.guarded().forEach(it -> {
            findings.examined(it);
            Stream<JavaType> returned = it.java().getMethods().stream()
                    .filter(method -> Spring.has(method, Spring.BEAN))
                    .flatMap(method -> InjectionPoints.held(method.getReturnType(), OF_THE_JDK));
            Stream.concat(returned, it.java().getInterfaces().stream().filter(_ -> it.isBean()))
                    .filter(FunctionalBean::isOfTheJdk)
                    .forEach(type -> made.add(new Made(it, type)));
        });
        made.forEach(it -> code.guarded()
                .filter(user -> !Objects.equals(user.owner(), it.maker().owner()))
                .forEach(user -> InjectionPoints.of(user).stream()
                        // Of what is no bean, a constructor is called by its own module.
                        .filter(point -> user.isBean() || !point.member().equals("<init>"))
                        .filter(point -> carries(point.type(), it.type()))
                        .findFirst()
                        .ifPresent(point -> report(code, it, user, point, findings))));
    }

    private static boolean isOfTheJdk(JavaType type) {
        return OF_THE_JDK.matcher(type.toErasure().getName()).matches();
    }

    private static boolean carries(JavaType asked, JavaType made) {
        return InjectionPoints.held(asked, OF_THE_JDK)
                .anyMatch(it -> it.getName().equals(made.getName())
                        || (it.toErasure().equals(made.toErasure()) && it.equals(it.toErasure())));
    }

    private static void report(CodeBase code, Made made, CodeType user, InjectionPoint point, Findings findings) {
        CodeType maker = made.maker();
        findings.add(
                findings.at(user, point.member(), 0),
                maker.name(),
                "%s injects %s in its %s, and %s declares a bean of that type."
                        .formatted(user.inWords(), Advice.simple(made.type()), point.words(), maker.inWords()),
                maker.isInBusiness()
                        ? Advice.ask(code, maker.module(), "", true)
                        : "Give it an interface of its own in the module that implements it.");
    }

    private record Made(CodeType maker, JavaType type) {}
}
