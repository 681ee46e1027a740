package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Spring;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the container puts into a class: fields, constructors, setters, parameters of bean methods. */
final class InjectionPoints {

    private static final Set<String> MARKS = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource",
            "org.springframework.beans.factory.annotation.Qualifier");

    private InjectionPoints() {}

    static List<InjectionPoint> of(CodeType type) {
        JavaClass java = type.java();
        if (java.isRecord() || java.isEnum() || java.isInterface() || java.isAnonymousClass()) {
            return List.of();
        }
        Stream<InjectionPoint> fields = java.getFields().stream()
                .filter(field -> MARKS.stream().anyMatch(field::isAnnotatedWith))
                .map(it -> new InjectionPoint(it.getType(), it.getName(), "field " + it.getName()));
        Stream<InjectionPoint> parameters = java.getCodeUnits().stream()
                .filter(it -> it.isConstructor()
                        || MARKS.stream().anyMatch(it::isAnnotatedWith)
                        || Spring.has(it, Spring.BEAN))
                .flatMap(it -> it.getParameterTypes().stream()
                        .map(asked -> new InjectionPoint(
                                asked, it.getName(), it.isConstructor() ? "constructor" : "method " + it.getName())));
        return Stream.concat(fields, parameters).toList();
    }

    /** What a list, a map or a provider holds, and so on; the type itself if it is one of those that are looked for. */
    static Stream<JavaType> held(JavaType type, Pattern wanted) {
        return type instanceof JavaParameterizedType it
                        && !wanted.matcher(it.toErasure().getName()).matches()
                ? it.getActualTypeArguments().stream().flatMap(part -> held(part, wanted))
                : Stream.of(type);
    }

    /** A place for a bean, and where it is, in words. */
    record InjectionPoint(JavaType type, String member, String words) {}
}
