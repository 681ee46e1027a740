package io.watertight.boundary.roles;

import java.nio.charset.StandardCharsets;

/**
 * The two roles of a module. Neither logs in: the migrator sets the one, the application the other.
 *
 * @param module the module's name, which is its schema's too
 */
record ModuleRoles(String module) {

    /** Longer names are cut off by PostgreSQL, and two modules would share a role. */
    private static final int LONGEST = 63;

    ModuleRoles {
        if (owner(module).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException(
                    "The module name '%s' is too long: PostgreSQL truncates the name of its role '%s' after %s bytes."
                            .formatted(module, owner(module), LONGEST));
        }
    }

    /** Runs the module's migrations and owns all that they create. */
    String owner() {
        return owner(module);
    }

    /** Runs the module's statements. */
    String working() {
        return module + "_rw";
    }

    private static String owner(String module) {
        return module + "_owner";
    }

    /** {@return a name as it stands in SQL, whatever characters it has} */
    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** {@return a text as it stands in SQL} */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
