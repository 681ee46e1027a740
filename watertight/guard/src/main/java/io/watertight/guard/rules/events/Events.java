package io.watertight.guard.rules.events;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Spring;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which exported types are events, and who listens to what. */
final class Events {

    private static final List<String> MARKS =
            List.of(Spring.EVENT_LISTENER, Spring.TRANSACTIONAL_LISTENER, Spring.MODULE_LISTENER);
    private static final String INTERFACE = "org.springframework.context.ApplicationListener";

    private final CodeBase code;
    private final List<Listener> listeners = new ArrayList<>();
    private final Set<String> events = new HashSet<>();

    Events(CodeBase code) {
        this.code = code;
        code.guarded().forEach(this::listeners);
        code.guarded()
                .forEach(it -> publishedBy(it)
                        .filter(event -> it.isOwnedBy(event.owner()))
                        .forEach(event -> events.add(event.name())));
        listeners.stream()
                .flatMap(it -> it.hears().stream())
                .flatMap(it -> code.find(it).stream())
                .filter(CodeType::isInBusiness)
                .forEach(it -> events.add(it.name()));
        code.guarded()
                .filter(it -> it.is("org.springframework.modulith.events.Externalized")
                        || it.is("org.jmolecules.event.annotation.DomainEvent"))
                .forEach(it -> events.add(it.name()));
    }

    List<Listener> listeners() {
        return listeners;
    }

    /** Whether it is an event of another module. */
    boolean isForeign(CodeType user, CodeType event) {
        return events.contains(event.name()) && event.isInBusiness() && !user.isOwnedBy(event.owner());
    }

    /** What is made on the line on which something is published. */
    Stream<CodeType> publishedBy(CodeType user) {
        return user.calls().stream()
                .filter(it -> it.name().equals("publishEvent"))
                .flatMap(call -> made(user, call));
    }

    /** By a constructor; without one, what a call on the line returns. */
    private Stream<CodeType> made(CodeType user, CodeType.Call call) {
        List<CodeType> made = user.calls().stream()
                .filter(it -> it.isConstruction() && Math.abs(it.line() - call.line()) <= 1)
                .filter(it -> it.member().equals(call.member()))
                .flatMap(it -> code.find(it.owner()).stream())
                .filter(it -> !it.java().isAssignableTo(Throwable.class))
                .toList();
        return made.isEmpty()
                ? user.calls().stream()
                        .filter(it -> it.line() == call.line() && it.result().isRecord())
                        .flatMap(it -> code.find(it.result()).stream())
                : made.stream().reduce((a, b) -> user.isOwnedBy(a.owner()) ? a : b).stream();
    }

    /** The modules' events that are of the type, if it is wider than one of them. */
    List<CodeType> foreignAmong(CodeType user, JavaClass heard) {
        return events.stream()
                .flatMap(it -> code.find(it).stream())
                .filter(it -> isForeign(user, it)
                        && !it.java().equals(heard)
                        && it.java().isAssignableTo(heard.getName()))
                .toList();
    }

    private void listeners(CodeType type) {
        for (JavaMethod method : type.java().getMethods()) {
            if (MARKS.stream().anyMatch(it -> method.isAnnotatedWith(it) || method.isMetaAnnotatedWith(it))) {
                List<JavaClass> hears = new ArrayList<>(method.getRawParameterTypes());
                method.getAnnotations()
                        .forEach(it -> it.getProperties().values().forEach(value -> {
                            if (value instanceof JavaClass[] classes) {
                                hears.addAll(List.of(classes));
                            }
                        }));
                listeners.add(new Listener(type, method.getName(), Optional.of(method), hears));
            }
            if (method.isAnnotatedWith(Spring.BEAN)) {
                argument(method.getReturnType())
                        .ifPresent(it ->
                                listeners.add(new Listener(type, method.getName(), Optional.empty(), List.of(it))));
            }
        }
        type.java()
                .getInterfaces()
                .forEach(it -> argument(it)
                        .ifPresent(event -> listeners.add(new Listener(type, "", Optional.empty(), List.of(event)))));
    }

    /** An executor's bean is an {@code ApplicationListener}, too; nobody listens by it. */
    private static Optional<JavaClass> argument(JavaType type) {
        JavaClass raw = type.toErasure();
        if (!raw.getName().equals(INTERFACE)
                && !raw.getName().matches("org\\.springframework\\.context\\.event\\.\\w*ApplicationListener")) {
            return Optional.empty();
        }
        return Optional.of(
                        type instanceof JavaParameterizedType it
                                ? it.getActualTypeArguments().getFirst().toErasure()
                                : raw)
                .filter(it -> !it.getName().startsWith("org.springframework.context.event.Context"));
    }

    /**
     * Something that hears events.
     *
     * @param method if it is annotated
     */
    record Listener(CodeType type, String member, Optional<JavaMethod> method, List<JavaClass> hears) {

        boolean isModuleListener() {
            return method.filter(it -> it.isAnnotatedWith(Spring.MODULE_LISTENER)
                            || it.isMetaAnnotatedWith(Spring.MODULE_LISTENER)
                            || isPersistent(it))
                    .isPresent();
        }

        /** The registry stores an event for a transactional listener; asynchronous, it has a transaction of its own. */
        private static boolean isPersistent(JavaMethod method) {
            return method.isAnnotatedWith(Spring.TRANSACTIONAL_LISTENER)
                    && method.isAnnotatedWith("org.springframework.scheduling.annotation.Async");
        }

        /** By which the registry knows it; empty if there is none. */
        String id() {
            return method.stream()
                    .flatMap(it -> it.getAnnotations().stream())
                    .flatMap(it -> it.get("id").stream())
                    .map(Object::toString)
                    .filter(it -> !it.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        String place() {
            AppModule owner = type.owner();
            return owner == null ? "app" : owner.name();
        }
    }
}
