package io.watertight.guard.rules.exports;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.Persistence;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaGenericArrayType;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells which types may cross a module's border: values of the JDK, collections of what may cross, and what modules export.
 * The kernel's own types may be generic and take functions, for their users have to say what goes into them.
 */
final class BorderTypes {

    private final Codebase code;
    private final Entities entities;
    private final boolean kernel;

    BorderTypes(Codebase code, Entities entities, boolean kernel) {
        this.code = code;
        this.entities = entities;
        this.kernel = kernel;
    }

    /** What is wrong with a type and its type arguments. */
    Stream<Slip> in(JavaType type) {
        return switch (type) {
            case JavaTypeVariable<?> it -> variable(it);
            case JavaWildcardType it -> wildcard(it);
            case JavaGenericArrayType it ->
                Stream.concat(
                        Stream.of(new Slip(it.getName(), Reason.ARRAY)), ofTheModule(List.of(it.getComponentType())));
            case JavaParameterizedType it -> parameterized(it);
            default -> named(type.toErasure(), false);
        };
    }

    /** What is wrong with a type as the super-type of an exported one. */
    Stream<Slip> above(JavaType type, boolean record) {
        JavaClass raw = type.toErasure();
        if (ValueTypes.isSuperType(raw.getName()) || (record && raw.getName().equals("java.lang.Iterable"))) {
            return type instanceof JavaParameterizedType it
                    ? it.getActualTypeArguments().stream()
                            .filter(argument -> !raw.getName().equals("java.lang.Enum"))
                            .flatMap(this::in)
                    : Stream.of();
        }
        boolean exported = code.find(raw).filter(code::isExported).isPresent() && !entities.isEntity(raw.getName());
        return exported && type instanceof JavaParameterizedType it
                ? it.getActualTypeArguments().stream().flatMap(this::in)
                : exported && raw.getTypeParameters().isEmpty() ? Stream.of() : in(type);
    }

    /** What is wrong with a declared exception. */
    Stream<Slip> thrown(JavaClass type) {
        boolean vague =
                type.getName().equals("java.lang.Exception") || type.getName().equals("java.lang.Throwable");
        return ValueTypes.isException(type.getName()) && !vague ? Stream.of() : in(type);
    }

    private Stream<Slip> variable(JavaTypeVariable<?> variable) {
        boolean unbounded = variable.toErasure().getName().equals("java.lang.Object");
        return unbounded && !kernel ? Stream.of(new Slip(variable.getName(), Reason.VARIABLE)) : Stream.of();
    }

    /** Bounds, where they are declared. */
    Stream<Slip> declared(JavaTypeVariable<?> variable) {
        return variable.getUpperBounds().stream()
                .filter(it -> !it.toErasure().getName().equals("java.lang.Object"))
                .flatMap(it -> kernel || it.toErasure().getName().equals("java.lang.Enum") ? above(it, false) : in(it));
    }

    private Stream<Slip> wildcard(JavaWildcardType wildcard) {
        List<JavaType> bounds = Stream.concat(wildcard.getUpperBounds().stream(), wildcard.getLowerBounds().stream())
                .filter(it -> !it.toErasure().getName().equals("java.lang.Object"))
                .toList();
        if (kernel) {
            return bounds.stream().flatMap(this::in);
        }
        return bounds.isEmpty() || !wildcard.getLowerBounds().isEmpty()
                ? Stream.concat(Stream.of(new Slip("?", Reason.WILDCARD)), ofTheModule(bounds))
                : bounds.stream().flatMap(this::in);
    }

    private Stream<Slip> parameterized(JavaParameterizedType type) {
        List<Slip> own = named(type.toErasure(), true).toList();
        return own.isEmpty()
                ? type.getActualTypeArguments().stream().flatMap(this::in)
                : Stream.concat(own.stream(), ofTheModule(type.getActualTypeArguments()));
    }

    /** Of arguments within what was refused already, only what is worse. */
    private Stream<Slip> ofTheModule(List<JavaType> types) {
        return types.stream().flatMap(this::in).filter(it -> it.reason().isOfTheModule());
    }

    private Stream<Slip> named(JavaClass type, boolean parameterized) {
        String name = type.getName();
        if (type.isArray()) {
            return Stream.concat(
                    Stream.of(new Slip(type.getSimpleName(), Reason.ARRAY)),
                    ofTheModule(List.of(type.getComponentType())));
        }
        if (type.isPrimitive() || ValueTypes.isValue(name)) {
            return Stream.of();
        }
        if (entities.isEntity(name)) {
            return Stream.of(new Slip(name, Reason.ENTITY));
        }
        Optional<CodeClass> own = code.find(name);
        if (own.isPresent()) {
            return own(own.get(), parameterized);
        }
        if (ValueTypes.isHolder(name)) {
            return parameterized ? Stream.of() : Stream.of(new Slip(name, Reason.RAW));
        }
        if ((kernel && name.startsWith("java.util.function.")) || name.startsWith("org.jmolecules.")) {
            return Stream.of();
        }
        return Stream.of(new Slip(name, Reason.against(name)));
    }

    private Stream<Slip> own(CodeClass type, boolean parameterized) {
        if (Persistence.isRepository(type.type())) {
            return Stream.of(new Slip(type.name(), Reason.REPOSITORY));
        }
        if (!code.isExported(type)) {
            return Stream.of(new Slip(type.name(), type.home() == null ? Reason.OUTSIDER : Reason.INTERNAL));
        }
        if (!kernel && type.type().isInterface() && entities.hidesBehind(type.type())) {
            return Stream.of(new Slip(type.name(), Reason.ANYTHING));
        }
        return type.type().getTypeParameters().isEmpty() || parameterized
                ? Stream.of()
                : Stream.of(new Slip(type.name(), Reason.RAW));
    }
}
