package io.watertight.guard.rules.events;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.OwnerAdvice;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What modules export and implement themselves: interfaces with a class, a lambda or a bean of their own, and beans. */
final class Services {

    private static final String BEAN = "org.springframework.context.annotation.Bean";
    private static final String COMPONENT = "org.springframework.stereotype.Component";

    private final Map<String, CodeClass> all = new LinkedHashMap<>();

    Services(Codebase code) {
        for (DomainModule module : code.businessModules()) {
            code.exportsOf(module).stream()
                    .filter(it -> module.equals(it.actor()))
                    .filter(it -> OwnerAdvice.isService(code, it) || isBean(it) || isMadeAtHome(code, it))
                    .forEach(it -> all.put(it.name(), it));
        }
    }

    Collection<CodeClass> all() {
        return all.values();
    }

    Optional<CodeClass> named(String type) {
        return Optional.ofNullable(all.get(type));
    }

    /** The services that a type extends or implements, itself left out. */
    Stream<CodeClass> aboveOf(JavaClass type) {
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .flatMap(it -> named(it.getName()).stream());
    }

    /** The services that a type is. */
    Stream<CodeClass> upFrom(JavaClass type) {
        return Stream.concat(named(type.getName()).stream(), aboveOf(type)).distinct();
    }

    private static boolean isBean(CodeClass type) {
        return !type.type().isInterface() && type.type().isMetaAnnotatedWith(COMPONENT);
    }

    private static boolean isMadeAtHome(Codebase code, CodeClass type) {
        return type.type().isInterface()
                && !type.type().isAnnotation()
                && code.classes().stream()
                        .filter(it -> Objects.equals(it.actor(), type.actor()))
                        .anyMatch(it -> it.facts().functions().stream()
                                        .anyMatch(function -> function.type().equals(type.name()))
                                || it.type().getMethods().stream()
                                        .anyMatch(method -> method.isAnnotatedWith(BEAN)
                                                && method.getRawReturnType()
                                                        .getName()
                                                        .equals(type.name())));
    }
}
