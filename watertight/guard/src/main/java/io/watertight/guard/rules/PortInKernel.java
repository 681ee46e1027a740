package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import java.util.stream.Stream;

/**
 * An interface of a shared module that one module implements and another calls is a dependency that nobody declared, and may
 * close a cycle.
 */
final class PortInKernel {

    void examine(CodeBase code, Findings findings) {
        code.types().stream().filter(PortInKernel::isShared).forEach(it -> {
            findings.examined(it);
            if (it.java().isInterface() && !it.java().isAnnotation() && hasOperation(it.java())) {
                examinePort(code, it, findings);
            }
        });
        Events events = new Events(code);
        code.guarded().filter(CodeType::isInBusiness).forEach(user -> examineEvents(code, events, user, findings));
    }

    private static boolean isShared(CodeType type) {
        return type.owner() != null && type.owner().shared();
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
                .flatMap(it -> it.calls().stream())
                .anyMatch(it -> it.owner().getName().equals(port.name()));
        implementers(code, port)
                .filter(it -> called || it.isBean())
                .findFirst()
                .ifPresent(it -> findings.add(
                        findings.at(it),
                        port.name(),
                        "%s implements %s of %s.".formatted(it.inWords(), port.simpleName(), port.place()),
                        "Export the interface from %s, and let callers declare that they use it; or let it announce an event."
                                .formatted(it.place())));
    }

    /** Beans, and what bean methods and lambdas make of it; a value that merely has its shape is none. */
    private static Stream<CodeType> implementers(CodeBase code, CodeType port) {
        Stream<CodeType> classes = port.java().getAllSubclasses().stream()
                .filter(it -> !it.isInterface() && !it.isRecord() && !it.isEnum())
                .flatMap(it -> code.find(it).stream())
                .filter(it -> it.isInBusiness() && !code.persistence().isEntity(it.name()));
        Stream<CodeType> lambdas = code.guarded()
                .filter(CodeType::isInBusiness)
                .filter(it -> it.constants().lambdas().stream()
                        .anyMatch(lambda -> lambda.type().equals(port.name())));
        return Stream.concat(classes, lambdas);
    }

    /** Events and commands say who speaks by the module that they are declared in. */
    private static void examineEvents(CodeBase code, Events events, CodeType user, Findings findings) {
        user.java().getMethods().stream()
                .filter(Events::isListener)
                .forEach(method -> method.getRawParameterTypes().stream()
                        .flatMap(it -> code.find(it).stream())
                        .filter(PortInKernel::isShared)
                        .forEach(it -> report(user, method.getName(), "listens to", it, findings)));
        events.publishedBy(user)
                .filter(PortInKernel::isShared)
                .forEach(it -> report(user, "", "publishes", it, findings));
    }

    private static void report(CodeType user, String member, String verb, CodeType event, Findings findings) {
        findings.add(
                findings.at(user, member, 0),
                event.name(),
                "%s %s %s, which is declared in %s.".formatted(user.inWords(), verb, event.simpleName(), event.place()),
                "Declare the event in the module that announces it; its parts may be shared values.");
    }
}
