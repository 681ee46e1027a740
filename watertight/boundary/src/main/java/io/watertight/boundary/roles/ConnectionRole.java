package io.watertight.boundary.roles;

import io.watertight.boundary.ModuleBoundaryInterceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The role that a connection's statements have, and how it follows the module that is entered: not before a statement
 * needs it, and never beyond the transaction, at whose end PostgreSQL takes it back.
 */
class ConnectionRole {

    /** The login's own rights, as SQL says it. */
    private static final String NONE = "none";

    /** After a failure, or what may have taken a role back. */
    private static final String UNKNOWN = "";

    /** By module, as SQL names them; asked for by every statement. */
    private static final Map<String, String> WORKING_ROLES = new ConcurrentHashMap<>();

    private final Connection connection;
    private String role = NONE;
    private boolean exposed;

    ConnectionRole(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes on the role of the module that is entered.
     *
     * @throws StatementOutsideTransactionException if a module is entered and there is no transaction
     */
    void follow() throws SQLException {
        String module = ModuleBoundaryInterceptor.entered();
        String wanted = module == null ? NONE : WORKING_ROLES.computeIfAbsent(module, ConnectionRole::workingRole);
        if (wanted.equals(role)) {
            return;
        }
        if (connection.getAutoCommit()) {
            if (module != null) {
                throw new StatementOutsideTransactionException(module);
            }
            return;
        }
        set(wanted);
        if (exposed) {
            ModuleBoundaryInterceptor.onLeaving(this::restore);
        }
    }

    /** From now on statements may reach the connection that nobody announces. */
    void expose() throws SQLException {
        exposed = true;
        follow();
        ModuleBoundaryInterceptor.onLeaving(this::restore);
    }

    /** Takes on the role of the module that is entered now, if the transaction is alive; if not, nobody can do harm. */
    void restore() {
        try {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                follow();
            }
        } catch (SQLException e) {
            role = UNKNOWN;
        }
    }

    /** Ends the transaction if it changes anything, and nothing tells from here whether it did. */
    void autoCommitSet() {
        if (!role.equals(NONE)) {
            forget();
        }
    }

    /** The transaction has ended, and the role with it. */
    void transactionEnded() {
        role = NONE;
    }

    /** Whatever role it was: the next statement sets its own. */
    void forget() {
        role = UNKNOWN;
    }

    private static String workingRole(String module) {
        return ModuleRoles.quoted(new ModuleRoles(module).working());
    }

    private void set(String wanted) throws SQLException {
        role = UNKNOWN;
        try (var statement = connection.createStatement()) {
            statement.execute("set local role " + wanted);
        } catch (SQLException e) {
            throw explained(e);
        }
        role = wanted;
    }

    private static SQLException explained(SQLException failure) {
        @Nullable String module = ModuleBoundaryInterceptor.entered();
        if (module == null || !RoleProblems.isAboutRoles(failure)) {
            return failure;
        }
        return RoleProblems.roleNotGiven(module, failure);
    }
}
