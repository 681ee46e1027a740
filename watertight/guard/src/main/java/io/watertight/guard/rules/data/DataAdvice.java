package io.watertight.guard.rules.data;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.OwnerAdvice;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what to do instead where it is not one module alone whose data are meant. */
final class DataAdvice {

    private static final int LISTED = 6;

    private DataAdvice() {}

    /** The repositories of the class's own module, and the services of all others that it may use. */
    static String ownRepositoriesOrServices(Codebase code, CodeClass user) {
        String own = code.persistence().repositories().stream()
                .filter(it -> StoringRoom.isInModule(user) && Objects.equals(it.actor(), user.actor()))
                .map(CodeClass::simpleName)
                .sorted()
                .limit(LISTED)
                .collect(Collectors.joining(", "));
        String services = services(code, user);
        return own.isEmpty()
                ? "Let the module do it that owns the data, and ask for its service: %s.".formatted(services)
                : "For the module's own data name its repository: %s. For what another module has, ask for its service: %s."
                        .formatted(own, services);
    }

    /** An entity of the class's own module, to be shown in code. */
    static String exampleEntity(Codebase code, CodeClass user) {
        return code.persistence().repositories().stream()
                .filter(it -> StoringRoom.isInModule(user) && Objects.equals(it.actor(), user.actor()))
                .flatMap(it -> code.persistence().domainTypeOf(it).stream())
                .map(JavaClass::getSimpleName)
                .findFirst()
                .orElse("MyEntity");
    }

    /** What the class may ask other modules, by the names of their services. */
    static String services(Codebase code, CodeClass user) {
        String services = code.businessModules().stream()
                .filter(it -> !it.equals(user.actor()) && mayUse(user, it))
                .flatMap(it -> servicesOf(code, it))
                .distinct()
                .limit(LISTED)
                .collect(Collectors.joining(", "));
        return services.isEmpty() ? "one that the module exports for this purpose" : services;
    }

    private static boolean mayUse(CodeClass user, DomainModule owner) {
        DomainModule actor = user.actor();
        return actor == null || actor.shared() || actor.mayUse(owner);
    }

    private static Stream<String> servicesOf(Codebase code, DomainModule module) {
        return OwnerAdvice.operations(code, module).stream()
                .map(it -> it.getOwner().getSimpleName())
                .distinct();
    }
}
