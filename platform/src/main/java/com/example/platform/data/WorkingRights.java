package com.example.platform.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/**
 * Lets the application's login work with a module's tables after that module has migrated: read and write rows, but
 * neither own nor alter anything. So migrations name no login, and a new table needs no grant of its own.
 */
class WorkingRights extends BaseCallback {

    private static final String ROOT_SCHEMA = "events";
    private static final String MODULE_HISTORY_PREFIX = "flyway_schema_history_";

    private final @Nullable String login;

    WorkingRights(@Nullable String login) {
        this.login = login;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        Connection connection = context.getConnection();
        String schema = schemaOf(context.getConfiguration().getTable());
        try {
            if (login == null || !exists(connection, schema) || isOwnLogin(connection)) {
                return;
            }
            try (Statement statement = connection.createStatement()) {
                String quotedSchema = statement.enquoteIdentifier(schema, true);
                String quotedLogin = statement.enquoteIdentifier(login, true);
                statement.execute("grant usage on schema %s to %s".formatted(quotedSchema, quotedLogin));
                statement.execute("grant select, insert, update, delete on all tables in schema %s to %s"
                        .formatted(quotedSchema, quotedLogin));
                statement.execute(
                        "grant usage on all sequences in schema %s to %s".formatted(quotedSchema, quotedLogin));
            }
        } catch (SQLException e) {
            throw new FlywayException(
                    "The login '%s' could not be given its rights on schema '%s'".formatted(login, schema), e);
        }
    }

    /** Spring Modulith names each module's history after the module; the nameless one belongs to the platform. */
    private static String schemaOf(String historyTable) {
        return historyTable.startsWith(MODULE_HISTORY_PREFIX)
                ? historyTable.substring(MODULE_HISTORY_PREFIX.length())
                : ROOT_SCHEMA;
    }

    private static boolean exists(Connection connection, String schema) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select 1 from pg_catalog.pg_namespace where nspname = ?")) {
            query.setString(1, schema);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private boolean isOwnLogin(Connection connection) throws SQLException {
        return connection.getMetaData().getUserName().equals(login);
    }

    @Override
    public String getCallbackName() {
        return "working rights";
    }
}
