package com.example.platform.roles;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Which module a class belongs to: the one in whose package, or below, it lies. A shared module has no data and so no
 * roles; what is in it belongs to whoever calls it.
 */
class Modules {

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

    /** {@return the modules' names, in no order that means anything} */
    List<String> names() {
        return modules.get().stream().map(Module::name).sorted().toList();
    }

    /** {@return the module of a class, a proxy's being that of what it stands for; empty outside of all modules} */
    Optional<String> moduleOf(Class<?> type) {
        return owners.computeIfAbsent(type, it -> find(ClassUtils.getUserClass(it)));
    }

    private Optional<String> find(Class<?> type) {
        var location = type.getPackageName() + '.';
        return modules.get().stream()
                .filter(it -> location.startsWith(it.basePackage() + '.'))
                .map(Module::name)
                .findFirst();
    }

    private record Module(String name, String basePackage) {}
}
