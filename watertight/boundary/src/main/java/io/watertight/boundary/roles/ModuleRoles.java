package io.watertight.boundary.roles;

import java.nio.charset.StandardCharsets;

/**
 * The two roles of a module. Neither logs in: the migrator sets the one, the application the other.
 *
 * @param module the name of the module and of its schema
 */
record ModuleRoles(String module) {

    /** PostgreSQL truncates longer names, so that two modules could share a role. */
    private static final int LONGEST = 63;

    ModuleRoles {
        if (owner(module).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException(
                    "The module name '%s' is too long: PostgreSQL truncates the name of its role '%s' after %s bytes."
                            .formatted(module, owner(module), LONGEST));
        }
    }

    /** {@return the role that runs the module's migrations and owns what they create} */
    String owner() {
        return owner(module);
    }

    /** {@return the role that runs the module's statements} */
    String working() {
        return module + "_rw";
    }

    private static String owner(String module) {
        return module + "_owner";
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
