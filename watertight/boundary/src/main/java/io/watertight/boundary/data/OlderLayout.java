package io.watertight.boundary.data;

import java.io.Serial;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;

/** A database with one history for the migrations of both toolkit and application. */
final class OlderLayout {

    private OlderLayout() {}

    /**
     * Reads the history through Flyway, which waits for a database that starts late.
     *
     * @throws Found if the database has that layout
     */
    static void refuse(Configuration configuration) {
        MigrationInfo[] applied = Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .locations(new String[0])
                .load()
                .info()
                .applied();
        if (Stream.of(applied).anyMatch(it -> it.getScript().equals("V1__event_registry.sql"))) {
            throw new Found();
        }
    }

    /** No release had that layout, so its data are not converted. */
    static final class Found extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        Found() {
            super("The database was created by a version of the toolkit before 0.2.0.");
        }
    }
}
