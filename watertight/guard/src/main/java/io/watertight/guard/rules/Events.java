package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.References.Call;
import io.watertight.guard.code.Spring;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which exported types are events, and who listens to what. */
final class Events {

    private static final List<String> MARKS =
            List.of(Spring.EVENT_LISTENER, Spring.TRANSACTIONAL_LISTENER, Spring.MODULE_LISTENER);
    /** An executor's bean is an {@code ApplicationListener}, too; nobody listens by it. */
    private static final Pattern INTERFACES =
            Pattern.compile("org\\.springframework\\.context\\.(ApplicationListener|event\\.\\w*ApplicationListener)");

    private final CodeBase code;
    private final List<Listener> listeners = new ArrayList<>();
    private final Set<String> events = new HashSet<>();

    Events(CodeBase code) {
        this.code = code;
        code.guarded().forEach(it -> {
            listeners(it);
            publishedBy(it).filter(event -> it.isOwnedBy(event.owner())).forEach(event -> events.add(event.name()));
            if (it.is("org.springframework.modulith.events.Externalized")
                    || it.is("org.jmolecules.event.annotation.DomainEvent")) {
                events.add(it.name());
            }
        });
        listeners.stream()
                .flatMap(it -> it.hears().stream())
                .flatMap(it -> code.find(it).stream())
                .filter(CodeType::isInBusiness)
                .forEach(it -> events.add(it.name()));
    }

    static boolean isListener(CanBeAnnotated element) {
        return MARKS.stream().anyMatch(it -> Spring.has(element, it));
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
                .flatMap(it -> made(user, it));
    }

    /** By a constructor; without one, what a call on the line returns. */
    private Stream<CodeType> made(CodeType user, Call call) {
        List<CodeType> made = user.callsIn(call.member())
                .filter(it -> it.isConstruction() && Math.abs(it.line() - call.line()) <= 1)
                .flatMap(it -> code.find(it.owner()).stream())
                .filter(it -> !it.java().isAssignableTo(Throwable.class))
                .toList();
        return made.isEmpty()
                ? user.calls().stream()
                        .filter(it -> it.line() == call.line() && it.result().isRecord())
                        .flatMap(it -> code.find(it.result()).stream())
                : made.stream().reduce((a, b) -> user.isOwnedBy(a.owner()) ? a : b).stream();
    }

    private void listeners(CodeType type) {
        for (JavaMethod method : type.java().getMethods()) {
            if (isListener(method)) {
                List<JavaClass> hears = new ArrayList<>(method.getRawParameterTypes());
                method.getAnnotations().stream()
                        .flatMap(it -> it.getProperties().values().stream())
                        .filter(JavaClass[].class::isInstance)
                        .forEach(it -> hears.addAll(List.of((JavaClass[]) it)));
                listeners.add(new Listener(type, method.getName(), method, hears));
            }
            if (method.isAnnotatedWith(Spring.BEAN)) {
                listener(type, method.getName(), method.getReturnType());
            }
        }
        type.java().getInterfaces().forEach(it -> listener(type, "", it));
    }

    private void listener(CodeType type, String member, JavaType above) {
        Optional.of(above)
                .filter(it -> INTERFACES.matcher(it.toErasure().getName()).matches())
                .map(Events::argument)
                .filter(it -> !it.getName().startsWith("org.springframework.context.event.Context"))
                .ifPresent(it -> listeners.add(new Listener(type, member, null, List.of(it))));
    }

    /** What a type is for, as its first argument says; the type itself if it has none. */
    static JavaClass argument(JavaType type) {
        return type instanceof JavaParameterizedType it
                ? it.getActualTypeArguments().getFirst().toErasure()
                : type.toErasure();
    }

    /** Something that hears events, by an annotated method or, where that is null, by an interface. */
    record Listener(CodeType type, String member, @Nullable JavaMethod method, List<JavaClass> hears) {

        /** The registry stores an event for a transactional listener; asynchronous, it has a transaction of its own. */
        boolean isModuleListener() {
            return method != null
                    && (Spring.has(method, Spring.MODULE_LISTENER)
                            || (method.isAnnotatedWith(Spring.TRANSACTIONAL_LISTENER)
                                    && method.isAnnotatedWith("org.springframework.scheduling.annotation.Async")));
        }

        /** By which the registry knows it; empty if there is none. */
        String id() {
            return Stream.ofNullable(method)
                    .flatMap(it -> it.getAnnotations().stream())
                    .map(it -> Spring.text(it, "id"))
                    .filter(it -> !it.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        String place() {
            return type.owner() == null ? "app" : type.module().name();
        }
    }
}
