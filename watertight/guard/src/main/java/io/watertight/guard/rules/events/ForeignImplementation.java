package io.watertight.guard.rules.events;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.Advice;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who implements a service decides what it does: a second implementation is the module's business in other hands. */
final class ForeignImplementation {

    private ForeignImplementation() {}

    static void examine(CodeBase code, Findings findings) {
        List<CodeType> services = code.businessModules().stream()
                .flatMap(it -> code.exportsOf(it).stream())
                .filter(it -> Advice.isService(code, it))
                .toList();
        services.forEach(findings::examined);
        code.guarded().forEach(user -> {
            Map<CodeType, Lines> used = new LinkedHashMap<>();
            for (CodeType service : services) {
                if (!user.isOwnedBy(service.owner())) {
                    made(user, service.java()).ifPresent(it -> used.put(service, it));
                }
            }
            used.forEach((service, lines) -> findings.add(
                    findings.at(user, lines.member(), lines.first()),
                    service.name(),
                    "%s %s %s of %s.".formatted(user.inWords(), lines.things(), service.simpleName(), service.place()),
                    "Its module implements it; another bean of the type replaces or wraps what every caller gets.",
                    "Have %s injected and call it. What it lacks is a method to be added in %s; what is only wanted here is a class of its own that calls it."
                            .formatted(service.simpleName(), service.place())));
        });
    }

    private static Optional<Lines> made(CodeType user, JavaClass service) {
        if (user.java().isAssignableTo(service.getName())) {
            return Optional.of(new Lines().add(user.java().isInterface() ? "extends" : "implements", "", 0));
        }
        Stream<Lines> lambdas = user.constants().lambdas().stream()
                .filter(it -> it.type().equals(service.getName()))
                .map(it -> new Lines().add("makes a lambda of", it.member(), it.line()));
        Stream<Lines> beans = user.java().getMethods().stream()
                .filter(it ->
                        it.isAnnotatedWith(Spring.BEAN) && it.getRawReturnType().isAssignableTo(service.getName()))
                .map(it -> new Lines().add("makes a bean of type", it.getName(), 0));
        Stream<Lines> factories = user.java().getInterfaces().stream()
                .filter(it -> it.toErasure().getName().equals("org.springframework.beans.factory.FactoryBean"))
                .filter(it -> it instanceof JavaParameterizedType type
                        && type.getActualTypeArguments().stream()
                                .anyMatch(argument -> argument.toErasure().equals(service)))
                .map(_ -> new Lines().add("makes a bean of type", "", 0));
        Stream<Lines> proxies = user.calls().stream()
                .filter(it -> it.name().equals("newProxyInstance"))
                .filter(_ -> user.java().getReferencedClassObjects().stream()
                        .anyMatch(it -> it.getRawType().equals(service)))
                .map(it -> new Lines().add("makes a proxy of", it.member(), it.line()));
        return Stream.of(lambdas, beans, factories, proxies).flatMap(it -> it).findFirst();
    }
}
