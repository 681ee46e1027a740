package io.watertight.boundary.roles;

import io.watertight.boundary.Modules;
import java.util.List;
import org.flywaydb.core.api.callback.Callback;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs migrations as the module's owner, and statements as the module's working role. */
@AutoConfiguration
@EnableConfigurationProperties(RolesProperties.class)
class RolesAutoConfiguration {

    private static final String WITH_ROLES = "!'${watertight.data.roles:managed}'.equalsIgnoreCase('none')";

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    @ConditionalOnExpression(WITH_ROLES)
    static RoleFollowingDataSource.Wrapping connectionsFollowRoles() {
        return new RoleFollowingDataSource.Wrapping();
    }

    @Bean
    Callback migrationRoles(RolesProperties properties, Modules modules, JdbcConnectionDetails application) {
        return new MigrationRoles(
                properties.roles(),
                modules::names,
                application.getUsername(),
                () -> properties.modulesOfLogins(modules));
    }

    /** Where another process migrates, it has to give this one's login the roles of its modules. */
    @Bean
    @ConditionalOnExpression(WITH_ROLES)
    @ConditionalOnBooleanProperty(name = "watertight.data.migrate", havingValue = false)
    SmartInitializingSingleton grantedRoles(Modules modules, JdbcClient jdbc, JdbcConnectionDetails application) {
        return () -> {
            List<String> missing = modules.names().stream()
                    .map(it -> new ModuleRoles(it).working())
                    .filter(it -> !jdbc.sql(
                                    "select exists (select from pg_roles where rolname = ? and pg_has_role(oid, 'SET'))")
                            .param(it)
                            .query(Boolean.class)
                            .single())
                    .toList();
            if (!missing.isEmpty()) {
                throw new InvalidConfigurationPropertyValueException(
                        "spring.datasource.username",
                        application.getUsername(),
                        "The login may not act as %s: add it, with the modules of this process, to %s of the process that migrates, and run that first."
                                .formatted(missing, RolesProperties.LOGINS));
            }
        };
    }

    @Bean
    ApplicationLogin databaseLogin(JdbcClient jdbc) {
        return new ApplicationLogin(jdbc);
    }
}
