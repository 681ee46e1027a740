package io.watertight.boundary.roles;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement that sets its connection to the role of the entered module each time it is executed: in the round trip of its SQL
 * where that is all it is executed with, otherwise in one before it.
 */
class RoleFollowingStatement implements InvocationHandler {

    private final Connection connection;
    private final ConnectionRole role;
    private Statement target;

    RoleFollowingStatement(Statement target, Connection connection, ConnectionRole role) {
        this.target = target;
        this.connection = connection;
        this.role = role;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> RoleFollowingConnection.isSame(proxy, arguments);
            case "hashCode" -> System.identityHashCode(proxy);
            case "getConnection" -> connection;
            case "isWrapperFor", "unwrap" -> RoleFollowingConnection.unwrapped(proxy, target, role, method, arguments);
            case String name when name.startsWith("execute") -> executed(method, arguments);
            default -> RoleFollowingConnection.call(target, method, arguments);
        };
    }

    final Statement target() {
        return target;
    }

    /** Later calls go to another statement. */
    final void replace(Statement other) {
        target = other;
    }

    @Nullable
    Object executed(Method method, Object @Nullable [] arguments) throws Throwable {
        String pending = role.pending();
        if (pending != null && arguments != null && arguments.length == 1 && !usesCursor()) {
            String sql = ConnectionRole.sql(pending) + ";" + arguments[0];
            return together(pending, method, () -> target.execute(sql));
        }
        role.follow();
        try {
            return RoleFollowingConnection.call(target, method, arguments);
        } catch (SQLException e) {
            role.forget();
            throw RoleProblems.explained(e);
        }
    }

    /** A cursor is for a single statement. */
    final boolean usesCursor() throws SQLException {
        return target.getFetchSize() > 0;
    }

    /** Executes SQL that sets the role first, and returns what the method returns for the rest of it. */
    final Object together(String pending, Method method, Execution execution) throws SQLException {
        role.forget();
        try {
            execution.run();
            boolean rows = target.getMoreResults();
            role.became(pending);
            return result(method, rows);
        } catch (SQLException e) {
            role.forget();
            throw RoleProblems.explained(e);
        }
    }

    /** Fails where the driver would. */
    private Object result(Method method, boolean rows) throws SQLException {
        String name = method.getName();
        if (name.equals("executeQuery") && !rows) {
            throw new SQLException("No results were returned by the query.", "02000");
        }
        if (name.endsWith("Update") && rows) {
            throw new SQLException("A result was returned when none was expected.", "0100E");
        }
        return switch (name) {
            case "executeQuery" -> target.getResultSet();
            case "executeUpdate" -> target.getUpdateCount();
            case "executeLargeUpdate" -> target.getLargeUpdateCount();
            default -> rows;
        };
    }

    @FunctionalInterface
    interface Execution {

        void run() throws SQLException;
    }
}
