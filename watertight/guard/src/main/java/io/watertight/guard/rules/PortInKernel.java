package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import java.util.List;

/** An interface of a shared module that one module implements and another calls is a dependency that nobody declared, and may close a cycle. */
final class PortInKernel {

    void examine(CodeBase code, Findings findings) {
        code.types().stream().filter(CodeType::isShared).forEach(it -> {
            findings.examined(it);
            if (it.java().getModifiers().contains(JavaModifier.ABSTRACT)
                    && !it.java().isAnnotation()
                    && !it.java().isAssignableTo(Throwable.class)) {
                examinePort(code, it, findings);
            }
        });
        Events events = new Events(code);
        code.guarded().filter(CodeType::isInBusiness).forEach(user -> examineEvents(code, events, user, findings));
    }

    /** More than an accessor: something that can be asked to happen, or to be found. */
    private static boolean hasOperation(JavaClass type) {
        return type.getAllMethods().stream()
                .filter(it -> it.getModifiers().contains(JavaModifier.ABSTRACT))
                .anyMatch(it -> !it.getRawParameterTypes().isEmpty()
                        || it.getRawReturnType().getName().equals("void"));
    }

    private static void examinePort(CodeBase code, CodeType port, Findings findings) {
        boolean operation = hasOperation(port.java());
        String verb = port.java().isInterface() ? "implements" : "extends";
        List<CodeType> callers = code.guarded()
                .filter(it -> it.isInBusiness() && !it.java().isAssignableTo(port.name()))
                .filter(it -> it.calls().stream().anyMatch(call -> call.owner().equals(port.java())))
                .toList();
        code.guarded()
                .filter(it -> it.isInBusiness() && makes(code, it, port.java()))
                .filter(it -> (operation || it.isBean())
                        && callers.stream().anyMatch(caller -> !caller.isOwnedBy(it.owner())))
                .findFirst()
                .ifPresent(it -> findings.add(
                        it,
                        port.name(),
                        "%s %s %s of %s.".formatted(it.inWords(), verb, port.simpleName(), port.place()),
                        "Export the interface from %s, and let callers declare that they use it; or let it announce an event."
                                .formatted(it.place())));
    }

    /** By a class or a lambda; a value that merely has its shape does not. */
    private static boolean makes(CodeBase code, CodeType type, JavaClass port) {
        JavaClass java = type.java();
        boolean value = java.isInterface() || java.isRecord() || java.isEnum();
        return java.isAssignableTo(port.getName())
                ? !value && !code.persistence().isEntity(type.name())
                : type.references().lambdas().stream().anyMatch(it -> it.type().equals(port.getName()));
    }

    /** Events and commands say who speaks by the module that they are declared in. */
    private static void examineEvents(CodeBase code, Events events, CodeType user, Findings findings) {
        user.java().getMethods().stream()
                .filter(Events::isListener)
                .forEach(method -> method.getRawParameterTypes().stream()
                        .flatMap(it -> code.find(it).stream())
                        .filter(CodeType::isShared)
                        .forEach(it -> report(user, method.getName(), "listens to", it, findings)));
        events.publishedBy(user).filter(CodeType::isShared).forEach(it -> report(user, "", "publishes", it, findings));
    }

    private static void report(CodeType user, String member, String verb, CodeType event, Findings findings) {
        findings.add(
                findings.at(user, member, 0),
                event.name(),
                "%s %s %s, which is declared in %s.".formatted(user.inWords(), verb, event.simpleName(), event.place()),
                "Declare the event in the module that announces it; its parts may be shared values.");
    }
}
