package io.watertight.boundary;

import io.watertight.api.LocalModules;
import java.lang.reflect.Proxy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.Modulithic;
import org.springframework.modulith.runtime.ApplicationRuntime;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/** Finds the module of a class by its package. A shared module has no data and so no roles; its code runs with its caller's. */
public class Modules {

    /** How Spring Modulith names the migration history of each module, before the module's name. */
    public static final String MIGRATION_HISTORY = "flyway_schema_history_";

    /** Beans of these packages belong to no module; this also avoids looking modules up too early. */
    private static final List<String> FOREIGN = List.of("java.", "jdk.", "org.springframework.", "com.zaxxer.");

    private final Supplier<List<ModulePackage>> modules;
    private final LocalModules local;
    private final ConcurrentMap<Class<?>, Optional<String>> owners = new ConcurrentHashMap<>();

    Modules(ObjectProvider<ApplicationRuntime> application, LocalModules local) {
        this.modules = SingletonSupplier.of(
                () -> ModulePackage.of(application.getObject().getMainApplicationClass()));
        this.local = local;
    }

    /** {@return the names of the modules that run in this process, sorted} */
    public List<String> names() {
        return everywhere().stream().filter(local::contains).toList();
    }

    /** {@return the names of the application's modules, sorted, wherever they run} */
    public List<String> everywhere() {
        return modules.get().stream().map(ModulePackage::module).sorted().toList();
    }

    /**
     * {@return the modules of this process that a setting selects, sorted}
     *
     * @param setting its name, for the message
     * @param selection the names of the modules; or those of the modules to leave out, each with an exclamation mark
     * @throws InvalidConfigurationPropertyValueException if there is no such module
     */
    public List<String> selected(String setting, Set<String> selection) {
        requireKnown(setting, selection);
        return names().stream()
                .filter(ModulePlacement.selectedBy(selection)::contains)
                .toList();
    }

    void requireKnown(String setting, Set<String> selection) {
        selection.stream()
                .map(ModulePlacement::withoutMark)
                .filter(it -> !everywhere().contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new InvalidConfigurationPropertyValueException(
                            setting, it, "There is no such module. The modules are: %s.".formatted(everywhere()));
                });
    }

    /** {@return the names of the modules that run in other processes, sorted} */
    public List<String> elsewhere() {
        return everywhere().stream().filter(it -> !local.contains(it)).toList();
    }

    /** {@return how the names of classes begin that belong to modules of other processes} */
    public List<String> packagesElsewhere() {
        return modules.get().stream()
                .filter(it -> !local.contains(it.module()))
                .map(it -> it.name() + '.')
                .toList();
    }

    /** {@return whether a class belongs to a module of another process} */
    public boolean isElsewhere(String className) {
        return moduleOf(className).filter(it -> !local.contains(it)).isPresent();
    }

    /** {@return the module of a class, or of a proxy's target class; empty outside all modules} */
    public Optional<String> moduleOf(Class<?> type) {
        return owners.computeIfAbsent(
                type, it -> moduleOf(ClassUtils.getUserClass(it).getName()));
    }

    /** {@return the module of the class with this name, which need not exist} */
    public Optional<String> moduleOf(String className) {
        return modules.get().stream()
                .filter(it -> className.startsWith(it.name() + '.'))
                .map(ModulePackage::module)
                .findFirst();
    }

    /** {@return the module of a bean's class; also empty for configuration classes and beans of libraries} */
    public Optional<String> moduleOfBean(Class<?> type) {
        return Proxy.isProxyClass(type)
                        || FOREIGN.stream().anyMatch(type.getName()::startsWith)
                        || AnnotatedElementUtils.hasAnnotation(type, Configuration.class)
                        || AnnotatedElementUtils.hasAnnotation(type, ConfigurationProperties.class)
                ? Optional.empty()
                : moduleOf(type);
    }

    /**
     * A package that is a module. Spring Modulith's model knows them too, but reads all code of the application for it, which takes
     * a quarter of a start.
     */
    private record ModulePackage(String module, String name) {

        private static final Comparator<ModulePackage> INNERMOST_FIRST = Comparator.comparingInt(
                        (ModulePackage it) -> it.name().length())
                .reversed()
                .thenComparing(ModulePackage::module);

        /** {@return the packages below the application's that are annotated as modules and not shared, the innermost first} */
        static List<ModulePackage> of(Class<?> application) {
            String base = application.getPackageName();
            Modulithic modulithic = AnnotatedElementUtils.findMergedAnnotation(application, Modulithic.class);
            List<String> shared = modulithic == null ? List.of() : List.of(modulithic.sharedModules());
            var packages = new ClassPathScanningCandidateComponentProvider(false) {

                @Override
                protected boolean isCandidateComponent(AnnotatedBeanDefinition annotated) {
                    return true;
                }
            };
            packages.setResourceLoader(new DefaultResourceLoader(application.getClassLoader()));
            packages.setResourcePattern("*/**/package-info.class");
            packages.addIncludeFilter(new AnnotationTypeFilter(ApplicationModule.class));
            return packages.findCandidateComponents(base).stream()
                    .map(it -> of((AnnotatedBeanDefinition) it, base))
                    .filter(it -> !shared.contains(it.module()))
                    .distinct()
                    .sorted(INNERMOST_FIRST)
                    .toList();
        }

        private static ModulePackage of(AnnotatedBeanDefinition annotated, String base) {
            String name = ClassUtils.getPackageName(annotated.getMetadata().getClassName());
            String id = annotated
                    .getMetadata()
                    .getAnnotations()
                    .get(ApplicationModule.class)
                    .getString("id");
            return new ModulePackage(id.isEmpty() ? name.substring(base.length() + 1) : id, name);
        }
    }
}
