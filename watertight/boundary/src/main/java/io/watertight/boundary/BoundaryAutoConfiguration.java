package io.watertight.boundary;

import io.micrometer.core.instrument.MeterRegistry;
import io.watertight.api.LocalModules;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.modulith.runtime.ApplicationModulesRuntime;

/** Intercepts each call that enters a module. */
@AutoConfiguration
class BoundaryAutoConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Modules modulesOfTheApplication(ObjectProvider<ApplicationModulesRuntime> runtime) {
        return new Modules(() -> runtime.getObject().get());
    }

    @Bean
    static LocalModules localModules(@Value("${watertight.modules:}") Set<String> modules) {
        return it -> modules.isEmpty() || modules.contains(it);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static ModuleCallMetrics callMetrics(ObjectProvider<MeterRegistry> meters) {
        return new ModuleCallMetrics(meters);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static ModuleBoundaryInterceptor moduleBoundaryInterceptor(Modules modules, ModuleCallMetrics callMetrics) {
        return new ModuleBoundaryInterceptor(modules, callMetrics);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static ModuleBoundaryAdvisor moduleBoundaryAdvisor(Modules modules, ModuleBoundaryInterceptor entrance) {
        return new ModuleBoundaryAdvisor(modules, entrance);
    }
}
