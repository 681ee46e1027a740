package io.watertight.boundary;

import io.watertight.api.LocalModules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Removes the beans of modules that run in another process. They are removed rather than not found, because repositories, settings
 * and components are found in three different ways, and this is the one place where all have arrived.
 */
@ConditionalOnExpression(ModulePlacement.SPLIT)
public class ModulePlacement implements BeanDefinitionRegistryPostProcessor, EnvironmentAware {

    /** Which modules run here, or, each with an exclamation mark, which do not; all run here if it is empty. */
    static final String SETTING = "watertight.modules";

    /** Whether the application is split, as a condition. */
    static final String SPLIT = "'${" + SETTING + ":}' != ''";

    private static final String NOT = "!";

    private final Set<Class<?>> elsewhere = new LinkedHashSet<>();
    private Set<String> named = Set.of();

    ModulePlacement() {}

    @Override
    public void setEnvironment(Environment environment) {
        named = namedIn(environment);
    }

    /** {@return the classes of the beans that other processes have in place of this one} */
    public Set<Class<?>> elsewhere() {
        return Set.copyOf(elsewhere);
    }

    static LocalModules localModules(Environment environment) {
        return selectedBy(namedIn(environment));
    }

    static LocalModules selectedBy(Set<String> named) {
        return named.stream().allMatch(it -> it.startsWith(NOT)) ? it -> !named.contains(NOT + it) : named::contains;
    }

    static String withoutMark(String name) {
        return name.startsWith(NOT) ? name.substring(NOT.length()) : name;
    }

    private static Set<String> namedIn(Environment environment) {
        String first = environment.getProperty(SETTING + "[0]");
        if (first != null) {
            throw new InvalidConfigurationPropertyValueException(
                    SETTING + "[0]",
                    first,
                    "A list would be ignored, and all modules would run here: name the modules in one value, separated by commas.");
        }
        return Set.copyOf(List.of(environment.getProperty(SETTING, String[].class, new String[0])));
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        ConfigurableListableBeanFactory beans = (ConfigurableListableBeanFactory) registry;
        Modules modules = beans.getBean(Modules.class);
        modules.requireKnown(SETTING, named);
        for (String name : registry.getBeanDefinitionNames()) {
            if (classOf(name, beans).filter(modules::isElsewhere).isPresent()) {
                Optional.ofNullable(beans.getType(name, false)).ifPresent(elsewhere::add);
                registry.removeBeanDefinition(name);
            }
        }
    }

    /** {@return the class that says where a bean belongs: the configuration of a bean method, or what a factory such as Spring Data's makes} */
    private static Optional<String> classOf(String name, ConfigurableListableBeanFactory beans) {
        return beans.getBeanDefinition(name) instanceof AnnotatedBeanDefinition annotated
                        && annotated.getFactoryMethodMetadata() != null
                ? Optional.of(annotated.getFactoryMethodMetadata().getDeclaringClassName())
                : Optional.ofNullable(beans.getType(name, false)).map(Class::getName);
    }
}
