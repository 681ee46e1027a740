package io.watertight.boundary.roles;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement that was prepared together with the role it is expected to need. Where it turns out to need another one,
 * or none, or is to do what only a single statement can, such as a batch or a cursor, it is prepared again without.
 */
final class RoleFollowingPreparedStatement extends RoleFollowingStatement {

    private static final Set<String> INDEPENDENT_OF_SQL = Set.of(
            "equals",
            "hashCode",
            "toString",
            "getConnection",
            "getResultSet",
            "getUpdateCount",
            "getLargeUpdateCount",
            "getMoreResults",
            "getWarnings",
            "clearWarnings",
            "isClosed",
            "cancel");

    private final Connection connection;
    private final ConnectionRole role;
    private final String sql;
    private final List<Statement> replaced = new ArrayList<>(0);

    /** By parameter or method, in order. */
    private final Map<Object, Setting> settings = new LinkedHashMap<>();

    /** The role that the target sets itself. */
    private @Nullable String included;

    private RoleFollowingPreparedStatement(
            Connection connection,
            String sql,
            @Nullable String included,
            PreparedStatement target,
            Connection proxy,
            ConnectionRole role) {
        super(target, proxy, role);
        this.connection = connection;
        this.sql = sql;
        this.included = included;
        this.role = role;
    }

    static RoleFollowingPreparedStatement prepare(
            Connection connection, String sql, Connection proxy, ConnectionRole role) throws SQLException {
        String expected = role.expected();
        String all = expected == null ? sql : ConnectionRole.sql(expected) + ";" + sql;
        return new RoleFollowingPreparedStatement(
                connection, sql, expected, connection.prepareStatement(all), proxy, role);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (included == null) {
            return method.getName().equals("close") ? closed() : super.invoke(proxy, method, arguments);
        }
        return switch (method.getName()) {
            case "close" -> closed();
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> executed(method, arguments);
            case "clearParameters" -> cleared(method);
            case String name when name.startsWith("set") && arguments != null -> set(new Setting(method, arguments));
            case String name when INDEPENDENT_OF_SQL.contains(name) -> super.invoke(proxy, method, arguments);
            default -> singly(proxy, method, arguments);
        };
    }

    @Override
    @Nullable
    Object executed(Method method, Object @Nullable [] arguments) throws Throwable {
        if (included != null) {
            String pending = role.pending();
            if (arguments == null && pending != null && pending.equals(included) && !usesCursor()) {
                return together(pending, method, () -> ((PreparedStatement) target()).execute());
            }
            separate();
        }
        return super.executed(method, arguments);
    }

    private @Nullable Object singly(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        separate();
        return super.invoke(proxy, method, arguments);
    }

    /** Results of the former statement may still be in use. */
    private void separate() throws Throwable {
        included = null;
        replaced.add(target());
        replace(connection.prepareStatement(sql));
        for (Setting setting : settings.values()) {
            setting.applyTo(target());
        }
        settings.clear();
    }

    private @Nullable Object set(Setting setting) throws Throwable {
        settings.put(setting.key(), setting);
        return setting.applyTo(target());
    }

    private @Nullable Object cleared(Method method) throws Throwable {
        settings.keySet().removeIf(Integer.class::isInstance);
        return RoleFollowingConnection.call(target(), method, null);
    }

    private @Nullable Object closed() throws SQLException {
        for (Statement former : replaced) {
            former.close();
        }
        target().close();
        return null;
    }

    /** A call that has set a parameter, or how to execute. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Setting(Method method, Object[] arguments) {

        Object key() {
            return arguments.length == 1 ? method.getName() : arguments[0];
        }

        @Nullable
        Object applyTo(Statement statement) throws Throwable {
            return RoleFollowingConnection.call(statement, method, arguments);
        }
    }
}
