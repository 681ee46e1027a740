package io.watertight.boundary;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.aopalliance.aop.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Puts the {@link ModuleBoundaryInterceptor} before the beans that lie in a module. Not before its repositories, whether Spring Data
 * made them or they are called {@link Repository}: they work for whoever calls them, and whoever holds another
 * module's repository has no rights with it.
 *
 * <p>Inside of the event registry's advice, whose notes on a listener are not the module's business, and outside of
 * transactions, so that what happens at their end still does.
 */
class ModuleBoundaryAdvisor extends StaticMethodMatcherPointcutAdvisor {

    private static final int AFTER_THE_EVENT_REGISTRY = HIGHEST_PRECEDENCE + 100;

    private final transient Modules modules;

    ModuleBoundaryAdvisor(Modules modules, Advice entrance) {
        super(entrance);
        this.modules = modules;
        setOrder(AFTER_THE_EVENT_REGISTRY);
        setClassFilter(this::isEntrance);
    }

    @Override
    public boolean matches(Method method, Class<?> targetClass) {
        return !isRepository(targetClass) || isCalledByTheContainer(method);
    }

    private boolean isEntrance(Class<?> type) {
        return modules.moduleOfBean(type).isPresent() && canBeProxied(type);
    }

    /** A proxy cannot hand a final method on to its target: the method would run on the proxy, whose fields are empty. */
    private static boolean canBeProxied(Class<?> type) {
        return ClassUtils.isLambdaClass(type)
                || (!Modifier.isFinal(type.getModifiers())
                        && Stream.of(ReflectionUtils.getUniqueDeclaredMethods(
                                        type, method -> method.getDeclaringClass() != Object.class))
                                .mapToInt(Method::getModifiers)
                                .noneMatch(it ->
                                        Modifier.isFinal(it) && !Modifier.isPrivate(it) && !Modifier.isStatic(it)));
    }

    private static boolean isRepository(Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(type, Repository.class);
    }

    private static boolean isCalledByTheContainer(Method method) {
        return AnnotatedElementUtils.hasAnnotation(method, Scheduled.class)
                || AnnotatedElementUtils.hasAnnotation(method, EventListener.class);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
