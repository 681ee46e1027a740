package io.watertight.boundary;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Applies the {@link ModuleBoundaryInterceptor} to the beans of modules, except repositories (Spring Data's, or annotated with
 * {@link Repository}): they run with their caller's rights, so another module's repository is useless to code that obtains it.
 *
 * <p>Runs inside the event registry's advice, whose records are not the module's, and outside transactions, so that their
 * completion still runs in the module.
 */
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class ModuleBoundaryAdvisor extends StaticMethodMatcherPointcutAdvisor {

    private static final int AFTER_THE_EVENT_REGISTRY = HIGHEST_PRECEDENCE + 100;

    private final transient Modules modules;

    ModuleBoundaryAdvisor(Modules modules, ModuleBoundaryInterceptor interceptor) {
        super(interceptor);
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

    /** A proxy cannot delegate a final method to its target: the method would run on the proxy, whose fields are empty. */
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
}
