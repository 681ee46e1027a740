package io.watertight.boundary;

import java.lang.reflect.Proxy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Which module a class belongs to: the one in whose package, or below, it lies. A shared module has no data and so no
 * roles; what is in it belongs to whoever calls it.
 */
public class Modules {

    /** Beans of these are no module's, and asking would begin before what can answer is there. */
    private static final List<String> FOREIGN = List.of("java.", "jdk.", "org.springframework.", "com.zaxxer.");

    private final Supplier<List<Module>> modules;
    private final ConcurrentMap<Class<?>, Optional<String>> owners = new ConcurrentHashMap<>();

    Modules(Supplier<ApplicationModules> modules) {
        this.modules = SingletonSupplier.of(() -> modulesOf(modules.get()));
    }

    private static List<Module> modulesOf(ApplicationModules modules) {
        var shared = modules.getSharedModules();
        return modules.stream()
                .filter(it -> !shared.contains(it))
                .map(it -> new Module(
                        it.getIdentifier().toString(), it.getBasePackage().getName()))
                .sorted(Comparator.comparingInt((Module it) -> it.basePackage().length())
                        .reversed()
                        .thenComparing(Module::name))
                .toList();
    }

    /** {@return the modules' names, in the alphabet's order} */
    public List<String> names() {
        return modules.get().stream().map(Module::name).sorted().toList();
    }

    /** {@return the module of a class, a proxy's being that of what it stands for; empty outside of all modules} */
    public Optional<String> moduleOf(Class<?> type) {
        return owners.computeIfAbsent(
                type, it -> moduleOf(ClassUtils.getUserClass(it).getName()));
    }

    /** {@return the module of the class with that name, whether there is such a class or not} */
    public Optional<String> moduleOf(String className) {
        return modules.get().stream()
                .filter(it -> className.startsWith(it.basePackage() + '.'))
                .map(Module::name)
                .findFirst();
    }

    /** {@return the module of a bean's class; empty too for what only configures others, or was made by a library} */
    public Optional<String> moduleOfBean(Class<?> type) {
        return Proxy.isProxyClass(type)
                        || FOREIGN.stream().anyMatch(type.getName()::startsWith)
                        || AnnotatedElementUtils.hasAnnotation(type, Configuration.class)
                        || AnnotatedElementUtils.hasAnnotation(type, ConfigurationProperties.class)
                ? Optional.empty()
                : moduleOf(type);
    }

    /** {@return whether other modules may use the type: it lies in a module's base package itself} */
    public boolean isExported(Class<?> type) {
        return modules.get().stream().anyMatch(it -> it.basePackage().equals(type.getPackageName()));
    }

    private record Module(String name, String basePackage) {}
}
