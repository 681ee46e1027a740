package io.watertight.boundary.data;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/** Checks before anything is created that the server is recent enough: {@code uuidv7()} and {@code returning old} need 18. */
class RequiredPostgresVersion extends BaseCallback {

    private static final int OLDEST = 18;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_CREATE_SCHEMA || event == Event.BEFORE_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            DatabaseMetaData server = context.getConnection().getMetaData();
            if (server.getDatabaseMajorVersion() < OLDEST) {
                throw new FailureAnalyzedException(
                        "The database server is PostgreSQL %s, and the application needs PostgreSQL %d or later."
                                .formatted(server.getDatabaseProductVersion(), OLDEST),
                        "Upgrade the server (docs/production.md, \"Upgrading PostgreSQL\"), or set spring.datasource.url to one that"
                                + " is recent enough.");
            }
        } catch (SQLException e) {
            throw new FlywayException("The version of the database server cannot be determined", e);
        }
    }

    /** Flyway calls callbacks in the order of their names, and the others already need that version. */
    @Override
    public String getCallbackName() {
        return "a check of the PostgreSQL version";
    }
}
