package io.watertight.guard.code;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Types of frameworks that tell what a class is, by their names: the code base brings the frameworks, in its own versions. */
public final class Spring {

    public static final String MODULITHIC = "org.springframework.modulith.Modulithic";
    public static final String MODULITH = "org.springframework.modulith.Modulith";
    public static final String APPLICATION_MODULE = "org.springframework.modulith.ApplicationModule";
    public static final String NAMED_INTERFACE = "org.springframework.modulith.NamedInterface";
    public static final String PACKAGE_INFO = "org.springframework.modulith.PackageInfo";
    public static final String MODULE_LISTENER = "org.springframework.modulith.events.ApplicationModuleListener";
    public static final String REPOSITORY = "org.springframework.data.repository.Repository";
    public static final String REPOSITORY_DEFINITION = "org.springframework.data.repository.RepositoryDefinition";
    public static final String TABLE = "org.springframework.data.relational.core.mapping.Table";
    public static final String JPA_ENTITY = "jakarta.persistence.Entity";
    public static final String JPA_TABLE = "jakarta.persistence.Table";
    public static final String DOCUMENT = "org.springframework.data.mongodb.core.mapping.Document";
    public static final String COMPONENT = "org.springframework.stereotype.Component";
    public static final String CONTROLLER = "org.springframework.stereotype.Controller";
    public static final String CONTROLLER_ADVICE = "org.springframework.web.bind.annotation.ControllerAdvice";
    public static final String CONFIGURATION = "org.springframework.context.annotation.Configuration";
    public static final String HTTP_EXCHANGE = "org.springframework.web.service.annotation.HttpExchange";
    public static final String BEAN = "org.springframework.context.annotation.Bean";
    public static final String TRANSACTIONAL = "org.springframework.transaction.annotation.Transactional";
    public static final String EVENT_LISTENER = "org.springframework.context.event.EventListener";
    public static final String TRANSACTIONAL_LISTENER =
            "org.springframework.transaction.event.TransactionalEventListener";
    /** Annotations of the frameworks that carry these; a command line need not have the frameworks. */
    private static final Map<String, List<String>> BEARERS = Map.of(
            COMPONENT,
                    List.of(
                            "org.springframework.stereotype.Service",
                            "org.springframework.stereotype.Repository",
                            CONTROLLER,
                            "org.springframework.web.bind.annotation.RestController",
                            CONTROLLER_ADVICE,
                            "org.springframework.web.bind.annotation.RestControllerAdvice",
                            CONFIGURATION,
                            "org.springframework.boot.autoconfigure.SpringBootApplication"),
            CONTROLLER, List.of("org.springframework.web.bind.annotation.RestController"),
            CONFIGURATION, List.of("org.springframework.boot.autoconfigure.SpringBootApplication"),
            EVENT_LISTENER, List.of(TRANSACTIONAL_LISTENER, MODULE_LISTENER),
            TRANSACTIONAL, List.of(MODULE_LISTENER));

    private Spring() {}

    /** Whether a class, method or field has the annotation, or one that has it. */
    public static boolean has(CanBeAnnotated element, String annotation) {
        return Stream.concat(Stream.of(annotation), BEARERS.getOrDefault(annotation, List.of()).stream())
                .anyMatch(it -> element.isAnnotatedWith(it) || element.isMetaAnnotatedWith(it));
    }

    /** An attribute of an annotation; empty if it is not there. */
    public static String text(JavaAnnotation<?> annotation, String attribute) {
        return annotation.get(attribute).map(Object::toString).orElse("");
    }
}
