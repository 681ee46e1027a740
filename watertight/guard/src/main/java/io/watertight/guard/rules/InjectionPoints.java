package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Spring;
import java.util.ArrayList;
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
        List<InjectionPoint> points = new ArrayList<>();
        JavaClass java = type.java();
        if (java.isRecord() || java.isEnum() || java.isInterface() || java.isAnonymousClass()) {
            return points;
        }
        java.getFields().stream()
                .filter(field -> MARKS.stream().anyMatch(field::isAnnotatedWith))
                .forEach(it -> points.add(new InjectionPoint(it.getType(), it.getName(), "field " + it.getName())));
        Stream.concat(
                        java.getConstructors().stream(),
                        java.getMethods().stream()
                                .filter(it ->
                                        MARKS.stream().anyMatch(it::isAnnotatedWith) || Spring.has(it, Spring.BEAN)))
                .forEach(unit -> {
                    String words = unit.isConstructor() ? "constructor" : "method " + unit.getName();
                    unit.getParameters()
                            .forEach(it -> points.add(new InjectionPoint(it.getType(), unit.getName(), words)));
                });
        return points;
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
