package io.watertight.boundary.roles;

import io.watertight.boundary.Modules;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param roles where the modules' database roles come from; docs/database-roles.md explains each choice
 * @param logins the logins of processes that do not migrate, with their modules as in {@code watertight.modules}; a line for each,
 *     such as {@code bells_app=bells}, because not every login can be part of the name of a property or environment variable
 */
@ConfigurationProperties("watertight.data")
record RolesProperties(
        @DefaultValue("managed") Source roles, @Nullable Properties logins) {

    static final String LOGINS = "watertight.data.logins";

    /** {@return the modules of each of these logins, as far as this process migrates them} */
    Map<String, List<String>> modulesOfLogins(Modules modules) {
        Map<String, List<String>> byLogin = new TreeMap<>();
        if (logins != null) {
            logins.stringPropertyNames()
                    .forEach(it -> byLogin.put(it, modules.selected(LOGINS, namesIn(logins.getProperty(it)))));
        }
        return byLogin;
    }

    private static Set<String> namesIn(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s*,\\s*")));
    }

    enum Source {

        /** The migrator creates missing roles, so that a new module needs no edit anywhere. */
        MANAGED,

        /** A DBA has created them; the application does not start if one is missing. */
        PROVIDED,

        /** There are none: the application's login may use every table, and no module is protected from another. */
        NONE
    }
}
