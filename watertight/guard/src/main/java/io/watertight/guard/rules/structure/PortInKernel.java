package io.watertight.guard.rules.structure;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.Findings;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An interface of a shared module that one module implements and another calls is a dependency that nobody declared, and may
 * close a circle.
 */
final class PortInKernel {

    private static final Set<String> LISTENERS =
            Set.of(Spring.EVENT_LISTENER, Spring.TRANSACTIONAL_LISTENER, Spring.MODULE_LISTENER);

    private static final String WHY =
            "Every module may use what is shared, so what one module does and another calls through it is a dependency"
                    + " that nobody declares, and may close a circle.";

    private PortInKernel() {}

    static void examine(CodeBase code, Findings findings) {
        code.types().stream()
                .filter(it -> it.owner() != null && it.owner().shared())
                .forEach(it -> {
                    findings.examined(it);
                    if (it.java().isInterface() && !it.java().isAnnotation() && hasOperation(it.java())) {
                        examinePort(code, it, findings);
                    }
                });
        code.guarded().filter(CodeType::isInBusiness).forEach(user -> examineEvents(code, user, findings));
    }

    /** More than an accessor: something that can be asked to happen, or to be found. */
    private static boolean hasOperation(JavaClass type) {
        return type.getAllMethods().stream()
                .filter(it -> it.getModifiers().contains(JavaModifier.ABSTRACT))
                .anyMatch(it -> !it.getRawParameterTypes().isEmpty()
                        || it.getRawReturnType().getName().equals("void"));
    }

    private static void examinePort(CodeBase code, CodeType port, Findings findings) {
        boolean called = code.guarded()
                .filter(CodeType::isInBusiness)
                .anyMatch(it -> it.calls().stream()
                        .anyMatch(call -> call.owner().getName().equals(port.name())));
        implementers(code, port)
                .filter(it -> called || it.isBean())
                .findFirst()
                .ifPresent(it -> findings.add(
                        findings.at(it),
                        port.name(),
                        "%s implements %s of %s.".formatted(it.inWords(), port.simpleName(), port.place()),
                        WHY,
                        "Export the interface from %s, and let callers declare that they use it; or let it announce an event."
                                .formatted(it.place())));
    }

    /** Beans, and what bean methods and lambdas make of it; a value that merely has its shape is none. */
    private static Stream<CodeType> implementers(CodeBase code, CodeType port) {
        Stream<CodeType> classes = port.java().getAllSubclasses().stream()
                .flatMap(it -> code.find(it).stream())
                .filter(it -> it.isInBusiness()
                        && !it.java().isInterface()
                        && !it.java().isRecord()
                        && !it.java().isEnum())
                .filter(it -> !code.persistence().isEntity(it.name()));
        Stream<CodeType> lambdas = code.guarded()
                .filter(CodeType::isInBusiness)
                .filter(it -> it.constants().lambdas().stream()
                        .anyMatch(lambda -> lambda.type().equals(port.name())));
        return Stream.concat(classes, lambdas);
    }

    /** Events and commands say who speaks by the module that they are declared in. */
    private static void examineEvents(CodeBase code, CodeType user, Findings findings) {
        for (JavaMethod method : user.java().getMethods()) {
            boolean listens =
                    LISTENERS.stream().anyMatch(it -> method.isAnnotatedWith(it) || method.isMetaAnnotatedWith(it));
            if (listens) {
                method.getRawParameterTypes().stream()
                        .flatMap(it -> shared(code, it).stream())
                        .forEach(it -> report(user, method.getName(), "listens to", it, findings));
            }
        }
        user.calls().stream()
                .filter(it -> it.name().equals("publishEvent"))
                .map(CodeType.Call::line)
                .distinct()
                .forEach(line -> user.calls().stream()
                        .filter(it -> it.isConstruction() && it.line() == line)
                        .flatMap(it -> shared(code, it.owner()).stream())
                        .forEach(it -> report(user, "", "publishes", it, findings)));
    }

    private static Optional<CodeType> shared(CodeBase code, JavaClass type) {
        return code.find(type).filter(it -> it.owner() != null && it.owner().shared());
    }

    private static void report(CodeType user, String member, String verb, CodeType event, Findings findings) {
        findings.add(
                findings.at(user, member, 0),
                event.name(),
                "%s %s %s, which is declared in %s.".formatted(user.inWords(), verb, event.simpleName(), event.place()),
                WHY,
                "Declare the event in the module that announces it; its parts may be shared values.");
    }
}
