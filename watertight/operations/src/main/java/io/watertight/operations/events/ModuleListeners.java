package io.watertight.operations.events;

import io.watertight.boundary.ModulePlacement;
import io.watertight.boundary.Modules;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.event.TransactionalApplicationListenerMethodAdapter;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.util.function.SingletonSupplier;

/** The listeners of the modules, with the module of each by its class, because its id can be any text. */
public class ModuleListeners {

    private final Supplier<List<Listener>> here;
    private final Supplier<List<Listener>> elsewhere;

    ModuleListeners(ConfigurableListableBeanFactory beans, Modules modules, ObjectProvider<ModulePlacement> placement) {
        this.here = SingletonSupplier.of(() -> find(
                Arrays.stream(beans.getBeanDefinitionNames())
                        .<Class<?>>map(it -> AutoProxyUtils.determineTargetClass(beans, it))
                        .filter(Objects::nonNull),
                modules));
        this.elsewhere = SingletonSupplier.of(
                () -> find(placement.stream().map(ModulePlacement::elsewhere).flatMap(Collection::stream), modules));
    }

    /** {@return those that run in this process} */
    List<Listener> here() {
        return here.get();
    }

    /** {@return those of modules that run in other processes} */
    List<Listener> elsewhere() {
        return elsewhere.get();
    }

    /** {@return the module of a listener, wherever it runs; empty if it belongs to none or no longer exists} */
    public Optional<String> moduleOf(String listenerId) {
        return everywhere()
                .filter(it -> it.id().equals(listenerId))
                .map(Listener::module)
                .findFirst();
    }

    public Stream<Listener> everywhere() {
        return Stream.concat(here().stream(), elsewhere().stream());
    }

    private static List<Listener> find(Stream<Class<?>> beans, Modules modules) {
        return beans.flatMap(type -> modules.moduleOfBean(type).stream().flatMap(module -> listenersIn(type, module)))
                .toList();
    }

    private static Stream<Listener> listenersIn(Class<?> type, String module) {
        return MethodIntrospector.selectMethods(
                        type,
                        (Method it) -> AnnotatedElementUtils.hasAnnotation(it, TransactionalEventListener.class)
                                && it.getParameterCount() == 1)
                .stream()
                .map(it -> new Listener(idOf(type, it), module, it.getParameterTypes()[0]));
    }

    /** {@return the listener's id in the event registry} */
    static String idOf(Class<?> type, Method listener) {
        return new TransactionalApplicationListenerMethodAdapter("", type, listener).getListenerId();
    }

    public record Listener(String id, String module, Class<?> event) {}
}
