package io.watertight.boundary.roles;

import io.watertight.boundary.ModuleBoundaryInterceptor;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Adds to the database's "permission denied" which module was refused and what to do; PostgreSQL knows roles only. */
final class RoleProblems {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String NO_SUCH_ROLE = "22023";

    private RoleProblems() {}

    /** {@return the failure, with advice if a permission was denied, or the role of the entered module} */
    static SQLException explained(SQLException failure) {
        @Nullable String module = ModuleBoundaryInterceptor.entered();
        boolean denied = INSUFFICIENT_PRIVILEGE.equals(failure.getSQLState());
        // Only the failure to set the role names it.
        if (module != null
                && (denied || NO_SUCH_ROLE.equals(failure.getSQLState()))
                && String.valueOf(failure.getMessage()).contains(new ModuleRoles(module).working())) {
            return withAdvice(
                    failure,
                    "Module '%s' runs its statements as role '%s', which the application's login cannot assume. See watertight.data.roles in docs/database-roles.md."
                            .formatted(module, new ModuleRoles(module).working()));
        }
        if (!denied) {
            return failure;
        }
        return withAdvice(
                failure,
                module == null
                        ? "No module was entered, so the statement runs with the rights of the application's login, which has no rights on any module's tables. Call a bean of the module that owns the data; a manually started thread, a constructor, @PostConstruct and a bean with final methods are in no module."
                        : "Module '%s' runs its statements as role '%s', which has rights on schema '%s' only. For data of another module, call a service that the other module exports."
                                .formatted(module, new ModuleRoles(module).working(), module));
    }

    private static SQLException withAdvice(SQLException failure, String advice) {
        return new SQLException(
                failure.getMessage() + System.lineSeparator() + advice,
                failure.getSQLState(),
                failure.getErrorCode(),
                failure);
    }
}
