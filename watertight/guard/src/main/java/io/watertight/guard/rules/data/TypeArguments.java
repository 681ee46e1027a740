package io.watertight.guard.rules.data;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What generic types are made of. */
final class TypeArguments {

    private TypeArguments() {}

    /**
     * {@return what stands for the first type parameter of a generic super-type: a type variable where it was left open, and
     * nothing where it was left out}
     */
    static Optional<JavaType> first(JavaType type, String superType) {
        return first(type, superType, Map.of());
    }

    private static Optional<JavaType> first(JavaType type, String superType, Map<String, JavaType> known) {
        List<JavaType> arguments = of(type).stream()
                .map(it -> it instanceof JavaTypeVariable<?> variable ? known.getOrDefault(variable.getName(), it) : it)
                .toList();
        JavaClass raw = type.toErasure();
        if (raw.getName().equals(superType)) {
            return arguments.stream().findFirst();
        }
        Map<String, JavaType> variables = new HashMap<>();
        for (int i = 0; i < Math.min(arguments.size(), raw.getTypeParameters().size()); i++) {
            variables.put(raw.getTypeParameters().get(i).getName(), arguments.get(i));
        }
        return Stream.concat(raw.getInterfaces().stream(), raw.getSuperclass().stream())
                .flatMap(it -> first(it, superType, variables).stream())
                .findFirst();
    }

    /** Empty for a type that is not generic, or is used raw. */
    static List<JavaType> of(JavaType type) {
        return type instanceof JavaParameterizedType it ? it.getActualTypeArguments() : List.of();
    }

    /** As source code would write it, without packages. */
    static String simple(JavaType type) {
        if (type instanceof JavaParameterizedType it) {
            return it.toErasure().getSimpleName()
                    + it.getActualTypeArguments().stream()
                            .map(TypeArguments::simple)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        return type instanceof JavaClass it
                ? it.getSimpleName()
                : type.getName().replaceAll("[\\w.]+\\.(\\w+)", "$1");
    }
}
