package io.watertight.security.remote;

import io.watertight.api.LocalModules;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Finds the remote interfaces of the application: each extends an exported service and has an address below
 * {@code /internal/<module>}. Where the module runs here, the address is served; elsewhere, a client takes the service's place.
 */
class RemoteServices implements BeanDefinitionRegistryPostProcessor {

    static final String ADDRESSES = "/internal/";

    private static final Pattern ADDRESS = Pattern.compile(ADDRESSES + "([^/]+).*");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        ConfigurableListableBeanFactory beans = (ConfigurableListableBeanFactory) registry;
        LocalModules local = beans.getBean(LocalModules.class);
        ClassPathScanningCandidateComponentProvider interfaces =
                new ClassPathScanningCandidateComponentProvider(false) {
                    @Override
                    protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                        return definition.getMetadata().isInterface();
                    }
                };
        interfaces.addIncludeFilter(new AnnotationTypeFilter(HttpExchange.class, false));
        for (String basePackage : AutoConfigurationPackages.get(beans)) {
            interfaces
                    .findCandidateComponents(basePackage)
                    .forEach(it -> register(
                            ClassUtils.resolveClassName(
                                    Objects.requireNonNull(it.getBeanClassName()), beans.getBeanClassLoader()),
                            local,
                            registry,
                            beans));
        }
    }

    private static <R> void register(
            Class<R> remote,
            LocalModules local,
            BeanDefinitionRegistry registry,
            ConfigurableListableBeanFactory beans) {
        HttpExchange exchange = AnnotatedElementUtils.getMergedAnnotation(remote, HttpExchange.class);
        Matcher address = ADDRESS.matcher(exchange == null ? "" : exchange.url());
        if (address.matches()) {
            String module = address.group(1);
            registry.registerBeanDefinition(
                    remote.getName(), local.contains(module) ? served(remote, beans) : client(module, remote, beans));
        }
    }

    private static RootBeanDefinition served(Class<?> remote, ConfigurableListableBeanFactory beans) {
        Class<?> service = remote.getInterfaces()[0];
        Object controller = ServedService.of(remote, service, SingletonSupplier.of(() -> beans.getBean(service)));
        RootBeanDefinition definition = new RootBeanDefinition(controller.getClass());
        definition.setInstanceSupplier(() -> controller);
        // The service has an implementation here; this is no second one.
        definition.setAutowireCandidate(false);
        return definition;
    }

    /** Made where somebody needs it, so that no address has to be set of a module that nobody here calls. */
    private static <R> RootBeanDefinition client(
            String module, Class<R> remote, ConfigurableListableBeanFactory beans) {
        RootBeanDefinition definition = new RootBeanDefinition(
                remote, () -> beans.getBean(RemoteClients.class).of(module, remote));
        definition.setLazyInit(true);
        return definition;
    }
}
