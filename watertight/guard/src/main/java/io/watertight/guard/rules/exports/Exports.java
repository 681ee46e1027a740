package io.watertight.guard.rules.exports;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.codebase.Persistence;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Optional;
import java.util.stream.Stream;

/** Sorts what modules export. */
final class Exports {

    private static final String COMPONENT = "org.springframework.stereotype.Component";
    private static final String CONTROLLER = "org.springframework.stereotype.Controller";
    private static final String CONFIGURATION = "org.springframework.context.annotation.Configuration";
    private static final String PROPERTIES = "org.springframework.boot.context.properties.ConfigurationProperties";

    private Exports() {}

    /** Everything, of the shared modules too. */
    static Stream<CodeClass> of(Codebase code) {
        return code.modules().stream()
                .flatMap(it -> code.exportsOf(it).stream())
                .filter(it -> !it.isAnonymous());
    }

    /** Whether the container makes it. */
    static boolean isBean(JavaClass type) {
        return is(type, COMPONENT);
    }

    static boolean isController(JavaClass type) {
        return is(type, CONTROLLER) || is(type, "org.springframework.web.bind.annotation.ControllerAdvice");
    }

    /**
     * Whether it is a part of the framework's wiring that a module of one package cannot hide: what others call are its
     * services.
     */
    static boolean isWiring(Codebase code, CodeClass type) {
        return !code.isOneUnitPerModule()
                && (isController(type.type()) || is(type.type(), CONFIGURATION) || is(type.type(), PROPERTIES));
    }

    /** Whether it is a service that is no interface, as modules of one package have them. */
    static boolean isPublicService(Codebase code, CodeClass type) {
        return !code.isOneUnitPerModule() && isBean(type.type()) && !type.type().isInterface();
    }

    /** What passes between modules: neither a service in person nor something that is stored. */
    static boolean isData(Codebase code, Entities entities, CodeClass type) {
        return !type.type().isAnnotation()
                && !isPublicService(code, type)
                && !isWiring(code, type)
                && !entities.isEntity(type.name())
                && !Persistence.isRepository(type.type());
    }

    /** The kernel's class that all exported exceptions extend; empty if there is none. */
    static Optional<CodeClass> baseException(Codebase code) {
        return code.modules().stream()
                .filter(DomainModule::shared)
                .flatMap(it -> code.exportsOf(it).stream())
                .filter(it -> it.type().isAssignableTo(Throwable.class)
                        && it.type().getModifiers().contains(JavaModifier.ABSTRACT))
                .findFirst();
    }

    /** In words. */
    static String exporterOf(CodeClass exported) {
        return isShared(exported) ? "the shared kernel" : "module '%s'".formatted(exported.home());
    }

    static boolean isShared(CodeClass type) {
        return type.home() != null && type.home().shared();
    }

    private static boolean is(JavaClass type, String annotation) {
        return type.isAnnotatedWith(annotation) || type.isMetaAnnotatedWith(annotation);
    }
}
