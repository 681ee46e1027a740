package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.InjectionPoints.InjectionPoint;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A lambda carries its module's repository to wherever the container puts it, under a type that says nothing. */
final class FunctionalBean {

    private static final Pattern OF_THE_JDK =
            Pattern.compile("java\\.(util\\.(function\\.\\w+|concurrent\\.Callable)|lang\\.(Runnable|Iterable))");

    void examine(CodeBase code, CodeType maker, Findings findings) {
        Stream<JavaType> returned = maker.java().getMethods().stream()
                .filter(it -> Spring.has(it, Spring.BEAN))
                .flatMap(it -> InjectionPoints.held(it.getReturnType(), OF_THE_JDK));
        Stream.concat(returned, maker.java().getInterfaces().stream().filter(_ -> maker.isBean()))
                .filter(it -> OF_THE_JDK.matcher(it.toErasure().getName()).matches())
                .forEach(made -> code.guarded()
                        .filter(it -> !it.isOwnedBy(maker.owner()))
                        .forEach(user -> InjectionPoints.of(user).stream()
                                // Of what is no bean, a constructor is called by its own module.
                                .filter(it -> user.isBean() || !it.member().equals("<init>"))
                                .filter(it -> carries(it.type(), made))
                                .findFirst()
                                .ifPresent(it -> report(code, maker, made, user, it, findings))));
    }

    private static boolean carries(JavaType asked, JavaType made) {
        return InjectionPoints.held(asked, OF_THE_JDK)
                .anyMatch(it -> it.getName().equals(made.getName())
                        || (it.toErasure().equals(made.toErasure()) && it.equals(it.toErasure())));
    }

    private static void report(
            CodeBase code, CodeType maker, JavaType made, CodeType user, InjectionPoint point, Findings findings) {
        findings.add(
                findings.at(user, point.member(), 0),
                maker.name(),
                "%s injects %s in its %s, and %s declares a bean of that type."
                        .formatted(user.inWords(), Advice.simple(made), point.words(), maker.inWords()),
                maker.isInBusiness()
                        ? Advice.ask(code, maker.module(), "", true)
                        : "Give it an interface of its own in the module that implements it.");
    }
}
