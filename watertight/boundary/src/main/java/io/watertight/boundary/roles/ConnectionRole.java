package io.watertight.boundary.roles;

import io.watertight.boundary.ModuleBoundaryInterceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The role of a connection's statements, which follows the entered module: it is set when a statement needs it, and PostgreSQL
 * resets it at the end of the transaction.
 */
class ConnectionRole {

    /** The login's own rights, in SQL. */
    private static final String NONE = "none";

    /** After a failure, or anything that may have reset the role. */
    private static final String UNKNOWN = "";

    /** By module, quoted for SQL; cached because every statement needs it. */
    private static final Map<String, String> WORKING_ROLES = new ConcurrentHashMap<>();

    private final Connection connection;
    private String role = NONE;
    private boolean exposed;

    ConnectionRole(Connection connection) {
        this.connection = connection;
    }

    /** Sets the role of the entered module, in a round trip of its own. */
    void follow() throws SQLException {
        String pending = pending();
        if (pending != null) {
            set(pending);
        }
    }

    /** {@return the role of the entered module, which the next statement has to set; {@code null} if it has been set} */
    @Nullable
    String pending() throws SQLException {
        String module = ModuleBoundaryInterceptor.entered();
        String wanted = module == null ? NONE : WORKING_ROLES.computeIfAbsent(module, ConnectionRole::workingRole);
        if (wanted.equals(role)) {
            return null;
        }
        if (!connection.getAutoCommit()) {
            return wanted;
        }
        if (module != null) {
            throw new StatementOutsideTransactionException(module);
        }
        return null;
    }

    /**
     * {@return what {@link #pending()} would return if a statement were executed now; {@code null} outside a transaction}
     */
    @Nullable
    String expected() throws SQLException {
        return connection.getAutoCommit() ? null : pending();
    }

    static String sql(String role) {
        return "set local role " + role;
    }

    /** A statement has set the role. */
    void became(String wanted) {
        role = wanted;
        if (exposed) {
            ModuleBoundaryInterceptor.onLeaving(this::restore);
        }
    }

    /** From now on, statements may reach the connection without a call of {@link #follow()}. */
    void expose() throws SQLException {
        exposed = true;
        follow();
        ModuleBoundaryInterceptor.onLeaving(this::restore);
    }

    /**
     * Sets the role of the module that is current now, if the transaction is still active; otherwise there is nothing to
     * restore.
     */
    void restore() {
        try {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                follow();
            }
        } catch (SQLException e) {
            role = UNKNOWN;
        }
    }

    /** Changing auto-commit may have ended the transaction, which is unknown here. */
    void autoCommitSet() {
        if (!role.equals(NONE)) {
            forget();
        }
    }

    /** The transaction has ended, and so has the role. */
    void transactionEnded() {
        role = NONE;
    }

    /** Makes the next statement set its role again. */
    void forget() {
        role = UNKNOWN;
    }

    private static String workingRole(String module) {
        return ModuleRoles.quoted(new ModuleRoles(module).working());
    }

    private void set(String wanted) throws SQLException {
        role = UNKNOWN;
        try (var statement = connection.createStatement()) {
            statement.execute(sql(wanted));
        } catch (SQLException e) {
            throw RoleProblems.explained(e);
        }
        became(wanted);
    }
}
