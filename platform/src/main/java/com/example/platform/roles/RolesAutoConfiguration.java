package com.example.platform.roles;

import io.micrometer.core.instrument.MeterRegistry;
import org.flywaydb.core.api.callback.Callback;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.runtime.ApplicationModulesRuntime;

/** Migrations as the module's owner, statements as the module's working role. */
@AutoConfiguration
@EnableConfigurationProperties(RolesProperties.class)
class RolesAutoConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Modules modulesOfTheApplication(ObjectProvider<ApplicationModulesRuntime> runtime) {
        return new Modules(() -> runtime.getObject().get());
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Crossings crossings(ObjectProvider<MeterRegistry> meters) {
        return new Crossings(meters);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static ModuleEntrance moduleEntrance(Modules modules, Crossings crossings) {
        return new ModuleEntrance(modules, crossings);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static ModuleEntranceAdvisor moduleEntranceAdvisor(Modules modules, ModuleEntrance entrance) {
        return new ModuleEntranceAdvisor(modules, entrance);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    @Conditional(OnRoles.class)
    static RoleFollowingPostProcessor roleFollowingPostProcessor() {
        return new RoleFollowingPostProcessor();
    }

    @Bean
    Callback migrationRoles(RolesProperties properties, Modules modules, JdbcConnectionDetails application) {
        return new MigrationRoles(properties.roles(), modules::names, application.getUsername());
    }

    @Bean
    PrivilegedLogin databaseLogin(JdbcClient jdbc) {
        return new PrivilegedLogin(jdbc);
    }
}
