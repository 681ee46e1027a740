package io.watertight.boundary.roles;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/** Roles of the modules are missing or wrong, and the migrator cannot or may not change that. */
class MissingRolesException extends FailureAnalyzedException {

    /**
     * @param remedy the SQL for a superuser to execute, in this order
     * @param alternative lines that say what else can be done; may be empty
     */
    MissingRolesException(String message, List<String> remedy, String alternative) {
        super(
                message,
                "Have a superuser of the database execute\n\n%s\n\n%sOr do without roles (watertight.data.roles=none). See docs/database-roles.md."
                        .formatted(
                                remedy.stream().map(it -> "    " + it + ";").collect(Collectors.joining("\n")),
                                alternative));
    }
}
