package io.watertight.operations.modules;

import io.micrometer.core.instrument.MeterRegistry;
import io.watertight.boundary.DeclaredDependencies;
import io.watertight.boundary.Modules;
import io.watertight.operations.events.ModuleListeners;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.runtime.ApplicationModulesRuntime;

/** The page that shows at a glance whether any call is undeclared. */
@AutoConfiguration
@ConditionalOnWebApplication
class ModulesAutoConfiguration {

    @Bean
    ModulesController modulesController(
            DeclaredDependencies declared,
            Modules modules,
            ObjectProvider<MeterRegistry> meters,
            JdbcClient jdbc,
            ModuleListeners listeners) {
        return new ModulesController(
                declared,
                new ObservedCalls(meters),
                new ObservedEvents(jdbc, modules, listeners),
                new ObservedTables(jdbc),
                modules);
    }

    @Bean
    ModulesEndpoint modulesEndpoint(ObjectProvider<ApplicationModulesRuntime> runtime) {
        return new ModulesEndpoint(() -> runtime.getObject().get());
    }
}
