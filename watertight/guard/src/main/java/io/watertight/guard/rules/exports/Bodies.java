package io.watertight.guard.rules.exports;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.Persistence;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaGenericArrayType;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for entities in what goes in and out over HTTP, however deep. */
final class Bodies {

    private final Codebase code;
    private final Entities entities;

    Bodies(Codebase code, Entities entities) {
        this.code = code;
        this.entities = entities;
    }

    /**
     * An entity that was found.
     *
     * @param way the component that holds it, in words; empty if it stands there itself
     */
    record Found(CodeClass entity, String way) {}

    /** The first entity or repository in a type, its type arguments and the records that only the controller knows. */
    Optional<Found> entityIn(JavaType type) {
        return entityIn(type, "", new HashSet<>());
    }

    private Optional<Found> entityIn(JavaType type, String way, Set<String> seen) {
        for (JavaClass each : sorted(type)) {
            Optional<CodeClass> own = code.find(each.getBaseComponentType());
            if (own.isEmpty() || !seen.add(own.get().name())) {
                continue;
            }
            if (entities.isEntity(own.get().name())
                    || Persistence.isRepository(own.get().type())) {
                return Optional.of(new Found(own.get(), way));
            }
            Optional<Found> below = code.isExported(own.get()) ? Optional.empty() : behind(own.get(), seen);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> behind(CodeClass type, Set<String> seen) {
        if (type.type().isInterface()) {
            return type.type().getAllSubclasses().stream()
                    .filter(it -> entities.isEntity(it.getName()))
                    .flatMap(it -> code.find(it).stream())
                    .findFirst()
                    .map(it -> new Found(it, ", which implements %s".formatted(type.simpleName())));
        }
        return type.type().getAllFields().stream()
                .filter(it -> !it.getModifiers().contains(JavaModifier.STATIC))
                .flatMap(it ->
                        entityIn(it.getType(), " by way of %s.%s".formatted(type.simpleName(), it.getName()), seen)
                                .stream())
                .findFirst();
    }

    private static List<JavaClass> sorted(JavaType type) {
        return type.getAllInvolvedRawTypes().stream()
                .sorted(java.util.Comparator.comparing(JavaClass::getName))
                .toList();
    }

    /** {@return what in a body does not say what it is; empty if all of it does} */
    Optional<String> looseIn(JavaType type) {
        return switch (type) {
            case JavaWildcardType it -> {
                List<JavaType> bounds = it.getUpperBounds();
                yield bounds.isEmpty()
                        ? Optional.of("a wildcard")
                        : bounds.stream()
                                .flatMap(bound -> looseIn(bound).stream())
                                .findFirst();
            }
            case JavaParameterizedType it ->
                it.getActualTypeArguments().stream()
                        .flatMap(argument -> looseIn(argument).stream())
                        .findFirst();
            case JavaGenericArrayType it -> looseIn(it.getComponentType());
            case JavaClass it when it.isArray() -> looseIn(it.getComponentType());
            case JavaClass it when it.getName().equals("java.lang.Object") -> Optional.of("Object");
            case JavaClass it
            when !it.getTypeParameters().isEmpty() || ValueTypes.isHolder(it.getName()) ->
                Optional.of("the raw type %s".formatted(it.getSimpleName()));
            default -> Optional.empty();
        };
    }
}
