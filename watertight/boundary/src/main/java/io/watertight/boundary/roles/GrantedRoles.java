package io.watertight.boundary.roles;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The roles that the migrating process has granted to the login of a process that does not migrate. */
class GrantedRoles {

    private final JdbcClient jdbc;
    private final @Nullable String login;

    GrantedRoles(JdbcClient jdbc, @Nullable String login) {
        this.jdbc = jdbc;
        this.login = login;
    }

    /**
     * @throws InvalidConfigurationPropertyValueException if the login may not act as one of the modules
     */
    void require(List<String> modules) {
        List<String> missing = modules.stream()
                .map(it -> new ModuleRoles(it).working())
                .filter(it -> !mayActAs(it))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidConfigurationPropertyValueException(
                    "spring.datasource.username",
                    login,
                    "The login may not act as %s: add it, with the modules of this process, to %s of the process that migrates, and run that first."
                            .formatted(missing, RolesProperties.LOGINS));
        }
    }

    private boolean mayActAs(String role) {
        return jdbc.sql("select exists (select from pg_roles where rolname = ? and pg_has_role(oid, 'SET'))")
                .param(role)
                .query(Boolean.class)
                .single();
    }
}
