package io.watertight.guard.codebase;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows type arguments up to Spring Data's {@code Repository<T, ID>}. */
final class RepositoryType {

    private RepositoryType() {}

    static Optional<JavaClass> domainTypeOf(JavaClass repository) {
        return repository
                .tryGetAnnotationOfType("org.springframework.data.repository.RepositoryDefinition")
                .flatMap(it -> it.get("domainClass"))
                .filter(JavaClass.class::isInstance)
                .map(JavaClass.class::cast)
                .or(() -> search(repository, Map.of()));
    }

    private static Optional<JavaClass> search(JavaClass type, Map<String, JavaType> known) {
        for (JavaType above : type.getInterfaces()) {
            List<JavaType> arguments = above instanceof JavaParameterizedType it
                    ? it.getActualTypeArguments().stream()
                            .map(argument -> resolved(argument, known))
                            .toList()
                    : List.of();
            JavaClass raw = above.toErasure();
            if (raw.getName().equals(Names.REPOSITORY)) {
                return arguments.stream()
                        .findFirst()
                        .filter(it -> !(it instanceof JavaTypeVariable<?>))
                        .map(JavaType::toErasure);
            }
            Map<String, JavaType> variables = new HashMap<>();
            for (int i = 0;
                    i < Math.min(arguments.size(), raw.getTypeParameters().size());
                    i++) {
                variables.put(raw.getTypeParameters().get(i).getName(), arguments.get(i));
            }
            Optional<JavaClass> found = search(raw, variables);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static JavaType resolved(JavaType argument, Map<String, JavaType> known) {
        return argument instanceof JavaTypeVariable<?> it ? known.getOrDefault(it.getName(), it) : argument;
    }
}
