package io.watertight.testing.schema;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.query.parser.Part;
import org.springframework.data.repository.query.parser.PartTree;

/** The natural keys of an aggregate: the properties for which a derived query returns at most one. */
final class UniqueKeys {

    private UniqueKeys() {}

    /** {@return the properties of each key} */
    static Stream<List<String>> of(RepositoryInformation repository) {
        return repository.getQueryMethods().stream()
                .filter(it -> isDerived(it) && isForOne(it, repository))
                .map(it -> new PartTree(it.getName(), repository.getDomainType()))
                .filter(UniqueKeys::comparesForEquality)
                .map(it -> it.getParts()
                        .map(part -> part.getProperty().toDotPath())
                        .toList())
                .filter(it -> !it.isEmpty());
    }

    private static boolean isDerived(Method method) {
        return method.getName().startsWith("find") && !AnnotatedElementUtils.hasAnnotation(method, Query.class);
    }

    private static boolean isForOne(Method method, RepositoryInformation repository) {
        Class<?> type = method.getReturnType();
        return type == Optional.class || type == repository.getDomainType();
    }

    private static boolean comparesForEquality(PartTree tree) {
        return !tree.isLimiting()
                && tree.stream().count() == 1
                && tree.getParts().stream().allMatch(it -> it.getType() == Part.Type.SIMPLE_PROPERTY);
    }
}
