package io.watertight.boundary.data;

import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/** A database with one history for the migrations of both toolkit and application. */
final class OlderLayout {

    private OlderLayout() {}

    /**
     * Reads the history through Flyway, which waits for a database that starts late.
     *
     * @throws FailureAnalyzedException if the database has that layout
     */
    static void refuse(Configuration configuration) {
        MigrationInfo[] applied = Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .locations(new String[0])
                .load()
                .info()
                .applied();
        if (Stream.of(applied).anyMatch(it -> it.getScript().equals("V1__event_registry.sql"))) {
            throw new FailureAnalyzedException(
                    "The database was created by a version of the toolkit before 0.2.0.",
                    "It holds development data only, which this version cannot convert: delete it (docker compose down -v, or"
                            + " the folder .postgres of test-run) and start again.");
        }
    }
}
