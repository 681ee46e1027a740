package io.watertight.boundary.roles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The roles of the modules are not as they must be, and the migrator cannot or may not change that. */
class MissingRolesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> remedy;

    /**
     * @param remedy the SQL that a superuser would execute, in this order
     */
    MissingRolesException(String message, List<String> remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = List.copyOf(remedy);
    }

    List<String> remedy() {
        return remedy;
    }
}
