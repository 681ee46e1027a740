package io.watertight.boundary;

import io.watertight.api.LocalModules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import org.springframework.modulith.core.ApplicationModuleIdentifier;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.modulith.runtime.ApplicationModulesRuntime;
import org.springframework.modulith.runtime.ApplicationRuntime;

/** Intercepts each call that enters a module. */
@AutoConfiguration
@Import({ModulePlacement.class, ModuleCallMetrics.class, ModuleBoundaryInterceptor.class, ModuleBoundaryAdvisor.class})
class BoundaryAutoConfiguration {

    /** By a method, because {@link ModulePlacement} needs it before constructors can be injected. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Modules modulesOfTheApplication(ObjectProvider<ApplicationRuntime> application, LocalModules local) {
        return new Modules(application, local);
    }

    /** For Spring Modulith's migrations, which otherwise get them from its model of all code. */
    @Bean
    @Primary
    static ApplicationModuleIdentifiers namesOfModules(Modules modules) {
        return ApplicationModuleIdentifiers.of(modules.everywhere().stream()
                .map(ApplicationModuleIdentifier::of)
                .toList());
    }

    /** Spring Modulith makes its own at each start, although {@link #namesOfModules} is used. */
    @Bean
    static BeanFactoryPostProcessor modelOfModulesOnDemand() {
        return beans -> beans.getBeanDefinition("applicationModuleIdentifiers").setLazyInit(true);
    }

    @Bean
    DeclaredDependencies declaredDependencies(ObjectProvider<ApplicationModulesRuntime> runtime) {
        return new DeclaredDependencies(() -> runtime.getObject().get());
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static LocalModules localModules(Environment environment) {
        return ModulePlacement.localModules(environment);
    }
}
