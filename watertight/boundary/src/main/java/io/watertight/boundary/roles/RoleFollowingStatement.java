package io.watertight.boundary.roles;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A statement that sets its connection to the role of the entered module each time it is executed. */
final class RoleFollowingStatement implements InvocationHandler {

    private final Statement target;
    private final Connection connection;
    private final ConnectionRole role;

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

    private @Nullable Object executed(Method method, Object @Nullable [] arguments) throws Throwable {
        role.follow();
        try {
            return RoleFollowingConnection.call(target, method, arguments);
        } catch (SQLException e) {
            role.forget();
            throw RoleProblems.explained(e);
        }
    }
}
