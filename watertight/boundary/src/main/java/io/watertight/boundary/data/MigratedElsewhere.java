package io.watertight.boundary.data;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.NestedExceptionUtils;

/**
 * Migrates nothing, because another process does. It reads the migration histories with the application's own login, and fails if a
 * migration of this process has not run.
 */
record MigratedElsewhere(MigrationParts parts, JdbcConnectionDetails database) implements FlywayMigrationStrategy {

    static final String SETTING = "watertight.data.migrate";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Override
    public void migrate(Flyway flyway) {
        try {
            // Flyway warns of a part that has no migrations when it validates it.
            List<Flyway> all = parts.of(withOwnLogin(flyway.getConfiguration()))
                    .filter(it -> it.info().all().length > 0)
                    .toList();
            String pending = all.stream()
                    .flatMap(part -> Arrays.stream(part.info().pending())
                            .map(it -> MigrationParts.nameOf(part) + ": " + it.getScript()))
                    .collect(Collectors.joining(", "));
            if (!pending.isEmpty()) {
                throw new FailureAnalyzedException(
                        "Migrations of this process have not run on this database: %s.".formatted(pending),
                        "First start this release of the process that runs the migrations; this process does not run them (%s is false)."
                                .formatted(SETTING));
            }
            all.stream()
                    .filter(it -> it.getConfiguration().isValidateOnMigrate())
                    .forEach(Flyway::validate);
        } catch (FlywayException e) {
            throw isDenied(e) ? notGiven() : e;
        }
    }

    private Configuration withOwnLogin(Configuration application) {
        return Flyway.configure(application.getClassLoader())
                .configuration(application)
                .dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    private static boolean isDenied(FlywayException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException cause
                && INSUFFICIENT_PRIVILEGE.equals(cause.getSQLState());
    }

    private FailureAnalyzedException notGiven() {
        return new FailureAnalyzedException(
                "The login '%s' may not read which migrations have run on this database."
                        .formatted(database.getUsername()),
                "Add it to watertight.data.logins of the process that migrates, and run that process first.");
    }
}
