package io.watertight.boundary.roles;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param roles where the modules' database roles come from; docs/database-roles.md explains each choice
 */
@ConfigurationProperties("watertight.data")
record RolesProperties(@DefaultValue("managed") Source roles) {

    enum Source {

        /** The migrator creates missing roles, so that a new module needs no edit anywhere. */
        MANAGED,

        /** A DBA has created them; the application does not start if one is missing. */
        PROVIDED,

        /** There are none: the application's login may use every table, and no module is protected from another. */
        NONE
    }
}
