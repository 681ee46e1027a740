package io.watertight.operations.modules;

import io.watertight.boundary.Modules;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.event.TransactionalApplicationListenerMethodAdapter;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.util.function.SingletonSupplier;

/** Finds the module of a listener by its class, because its id can be any text. */
class ListeningModules {

    private final Supplier<Map<String, String>> modulesById;

    ListeningModules(ConfigurableListableBeanFactory beans, Modules modules) {
        this.modulesById = SingletonSupplier.of(() -> find(beans, modules));
    }

    Optional<String> moduleOf(String listenerId) {
        return Optional.ofNullable(modulesById.get().get(listenerId));
    }

    private static Map<String, String> find(ConfigurableListableBeanFactory beans, Modules modules) {
        Map<String, String> found = new HashMap<>();
        for (String bean : beans.getBeanDefinitionNames()) {
            Class<?> type = AutoProxyUtils.determineTargetClass(beans, bean);
            if (type != null) {
                modules.moduleOfBean(type)
                        .ifPresent(module ->
                                listenersIn(type).forEach(listener -> found.put(idOf(type, listener), module)));
            }
        }
        return Map.copyOf(found);
    }

    private static Iterable<Method> listenersIn(Class<?> type) {
        return MethodIntrospector.selectMethods(
                type, (Method it) -> AnnotatedElementUtils.hasAnnotation(it, TransactionalEventListener.class));
    }

    /** {@return the listener's id in the registry} */
    private static String idOf(Class<?> type, Method listener) {
        return new TransactionalApplicationListenerMethodAdapter("", type, listener).getListenerId();
    }
}
