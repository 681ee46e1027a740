package io.watertight.boundary.roles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Roles of the modules are missing or wrong, and the migrator cannot or may not change that. */
class MissingRolesException extends RuntimeException {

    private final transient List<String> remedy;

    /**
     * @param remedy the SQL for a superuser to execute, in this order
     */
    MissingRolesException(String message, List<String> remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = List.copyOf(remedy);
    }

    List<String> remedy() {
        return remedy;
    }
}
