package io.watertight.operations.events;

import io.watertight.boundary.ModuleBoundaryInterceptor;
import net.javacrumbs.shedlock.core.LockProvider;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.modulith.events.core.EventPublicationRepository;

/**
 * Accesses the event registry and the locks of jobs as the login, in whichever module they are called: a module may publish an event,
 * but not touch the registry.
 */
class RegistryOutsideModules implements BeanPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return switch (bean) {
            case EventPublicationRepository registry ->
                ProxyFactory.getProxy(EventPublicationRepository.class, outsideExceptFor(registry, "create"));
            case LockProvider locks -> ProxyFactory.getProxy(LockProvider.class, outsideExceptFor(locks, ""));
            default -> bean;
        };
    }

    private static MethodInterceptor outsideExceptFor(Object target, String method) {
        return call -> call.getMethod().getName().equals(method)
                ? AopUtils.invokeJoinpointUsingReflection(target, call.getMethod(), call.getArguments())
                : ModuleBoundaryInterceptor.outside(
                        () -> AopUtils.invokeJoinpointUsingReflection(target, call.getMethod(), call.getArguments()));
    }
}
