package io.watertight.boundary.roles;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param roles where the modules' database roles come from; what each choice means for a deployment stands in
 *     docs/database-roles.md
 */
@ConfigurationProperties("platform.data")
record RolesProperties(@DefaultValue("managed") Source roles) {

    enum Source {

        /** The migrator creates what is missing, so that a new module needs no edit anywhere. */
        MANAGED,

        /** Somebody else has created them; the application does not start where one is missing. */
        PROVIDED,

        /** There are none: the application's login works with every table, and no module is kept from another's. */
        NONE
    }
}
