package io.watertight.boundary.data;

import java.io.Serial;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;

/** A database whose one history held the migrations of the toolkit and of the application together. */
final class OlderLayout {

    private OlderLayout() {}

    /**
     * Reads the history as Flyway does, which waits for a database that comes late.
     *
     * @throws Found if it is one
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

    /** Nothing was released with that layout, so nothing takes its data over. */
    static final class Found extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        Found() {
            super("The database was created by a version of the toolkit before 0.2.0.");
        }
    }
}
