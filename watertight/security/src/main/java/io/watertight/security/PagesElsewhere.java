package io.watertight.security;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * The pages of the whole application by their paths, from the classes of its controllers: where the application is split, the
 * classes of each module are in each process, its beans only where it runs.
 */
class PagesElsewhere {

    private final List<String> packages;
    private final Environment environment;

    PagesElsewhere(List<String> packages, Environment environment) {
        this.packages = packages;
        this.environment = environment;
    }

    /** {@return what to know of each page, by its path without variables} */
    <T> Map<String, T> byPath(BiFunction<Method, Class<?>, T> toKnow) {
        ClassPathScanningCandidateComponentProvider controllers =
                new ClassPathScanningCandidateComponentProvider(false, environment);
        controllers.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return packages.stream()
                .flatMap(it -> controllers.findCandidateComponents(it).stream())
                .map(PagesElsewhere::classOf)
                .flatMap(it -> pagesOf(it, toKnow))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }

    private static Class<?> classOf(BeanDefinition controller) {
        return ClassUtils.resolveClassName(Objects.requireNonNull(controller.getBeanClassName()), null);
    }

    private static <T> Stream<Map.Entry<String, T>> pagesOf(
            Class<?> controller, BiFunction<Method, Class<?>, T> toKnow) {
        List<String> prefixes = pathsOf(AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class));
        Map<Method, RequestMapping> methods = MethodIntrospector.selectMethods(controller, PagesElsewhere::readingAt);
        return methods.entrySet().stream()
                .flatMap(it -> pathsOf(it.getValue()).stream()
                        .flatMap(path -> prefixes.stream()
                                .map(prefix -> Map.entry(prefix + path, toKnow.apply(it.getKey(), controller)))));
    }

    private static @Nullable RequestMapping readingAt(Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping != null && List.of(mapping.method()).contains(RequestMethod.GET) ? mapping : null;
    }

    private static List<String> pathsOf(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? List.of("") : Arrays.asList(mapping.path());
    }
}
