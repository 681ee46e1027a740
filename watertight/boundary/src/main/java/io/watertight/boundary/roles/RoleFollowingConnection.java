package io.watertight.boundary.roles;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose statements run with the role of the module that is current when they are executed, whoever has prepared
 * them. Unwrapping sets the role at once, and leaving the module resets it at once.
 */
record RoleFollowingConnection(Connection target, ConnectionRole role) implements InvocationHandler {

    static Connection around(Connection target) {
        return (Connection) proxy(Connection.class, new RoleFollowingConnection(target, new ConnectionRole(target)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> isSame(proxy, arguments);
            case "hashCode" -> System.identityHashCode(proxy);
            case "isWrapperFor", "unwrap" -> unwrapped(proxy, target, role, method, arguments);
            default -> delegated((Connection) proxy, method, arguments);
        };
    }

    private @Nullable Object delegated(Connection proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        refuseUpdatableRows(method, arguments);
        if (method.getName().equals("prepareStatement") && arguments != null && arguments.length == 1) {
            return proxy(
                    PreparedStatement.class,
                    RoleFollowingPreparedStatement.prepare(target, (String) arguments[0], proxy, role));
        }
        Object result;
        try {
            result = call(target, method, arguments);
        } finally {
            note(method, arguments);
        }
        return switch (result) {
            case Statement statement ->
                proxy(method.getReturnType(), new RoleFollowingStatement(statement, proxy, role));
            case DatabaseMetaData metaData -> proxy(DatabaseMetaData.class, new OfConnection(metaData, proxy));
            case null, default -> result;
        };
    }

    /** Updatable rows are written by statements that the proxies do not see. */
    private static void refuseUpdatableRows(Method method, Object @Nullable [] arguments)
            throws SQLFeatureNotSupportedException {
        if (arguments == null || arguments.length < 2 || !Statement.class.isAssignableFrom(method.getReturnType())) {
            return;
        }
        var kinds = Stream.of(arguments).filter(Integer.class::isInstance).toList();
        if (kinds.size() >= 2 && kinds.get(1).equals(ResultSet.CONCUR_UPDATABLE)) {
            throw new SQLFeatureNotSupportedException(
                    "Updatable result sets are not supported here; execute an update instead");
        }
    }

    private void note(Method method, Object @Nullable [] arguments) {
        switch (method.getName()) {
            case "commit", "close", "abort" -> role.transactionEnded();
            case "setAutoCommit" -> role.autoCommitSet();
            case "rollback" -> {
                if (arguments != null && arguments[0] instanceof Savepoint) {
                    role.forget();
                } else {
                    role.transactionEnded();
                }
            }
            default -> {
                // Nothing else ends a role.
            }
        }
    }

    static @Nullable Object unwrapped(
            Object proxy, Wrapper target, ConnectionRole role, Method method, Object @Nullable [] arguments)
            throws Throwable {
        boolean self = arguments != null && arguments[0] instanceof Class<?> type && type.isInstance(proxy);
        if (method.getName().equals("isWrapperFor")) {
            return self || Boolean.TRUE.equals(call(target, method, arguments));
        }
        if (self) {
            return proxy;
        }
        role.expose();
        return call(target, method, arguments);
    }

    @SuppressWarnings("ReferenceEquality")
    static boolean isSame(Object proxy, Object @Nullable [] arguments) {
        return arguments != null && proxy == arguments[0];
    }

    static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(RoleFollowingConnection.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    /** An object that would otherwise expose the connection itself. */
    private record OfConnection(Object target, Connection connection) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            return method.getName().equals("getConnection") ? connection : call(target, method, arguments);
        }
    }
}
