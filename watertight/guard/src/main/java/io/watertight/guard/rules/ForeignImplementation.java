package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Spring;
import java.util.Optional;
import java.util.stream.Stream;

/** The implementation of a service decides what it does: a second one takes that out of its module's hands. */
final class ForeignImplementation {

    void examine(CodeBase code, Findings findings) {
        var services = Exports.ofBusiness(code)
                .filter(it -> Exports.isImplemented(code, it))
                .toList();
        for (CodeType service : services) {
            findings.examined(service);
            String shown = "%s of %s".formatted(service.simpleName(), service.place());
            code.guarded()
                    .filter(it -> !it.isOwnedBy(service.owner()) && !it.isRemoteInterface())
                    .forEach(user -> made(user, service.java())
                            .ifPresent(it -> findings.add(
                                    findings.at(user, it.member(), it.first()),
                                    service.name(),
                                    "%s %s %s.".formatted(user.inWords(), it.things(), shown),
                                    "Inject %s and call it. Add a missing method in %s; put what is needed only here into a class that calls the service."
                                            .formatted(service.simpleName(), service.place()))));
        }
    }

    private static Optional<Lines> made(CodeType user, JavaClass service) {
        if (user.java().isAssignableTo(service.getName())) {
            return Optional.of(new Lines().add(user.java().isInterface() ? "extends" : "implements", "", 0));
        }
        Stream<Lines> lambdas = user.references().lambdas().stream()
                .filter(it -> it.type().equals(service.getName()))
                .map(it -> new Lines().add("implements, as a lambda,", it.member(), it.line()));
        Stream<Lines> beans = user.java().getMethods().stream()
                .filter(it ->
                        it.isAnnotatedWith(Spring.BEAN) && it.getRawReturnType().isAssignableTo(service.getName()))
                .map(it -> new Lines().add("declares a bean of type", it.getName(), 0));
        Stream<Lines> factories = user.java().getInterfaces().stream()
                .filter(it -> it.toErasure().getName().equals("org.springframework.beans.factory.FactoryBean")
                        && it.getAllInvolvedRawTypes().contains(service))
                .map(_ -> new Lines().add("declares a bean of type", "", 0));
        return Stream.of(lambdas, beans, factories).flatMap(it -> it).findFirst();
    }
}
