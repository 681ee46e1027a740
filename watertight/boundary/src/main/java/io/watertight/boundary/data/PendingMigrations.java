package io.watertight.boundary.data;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.ClassPathResource;

/** Prints the pending migrations as SQL, in their order, and changes nothing. */
record PendingMigrations(MigrationParts parts, PrintStream out) implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        if (parts.of(flyway.getConfiguration()).mapToInt(this::print).sum() == 0) {
            out.println("-- Nothing is pending.");
        }
    }

    private int print(Flyway part) {
        Configuration configuration = part.getConfiguration();
        MigrationInfo[] pending = part.info().pending();
        for (MigrationInfo it : pending) {
            out.printf("-- %s: %s%n%s%n%n", MigrationParts.nameOf(part), it.getScript(), sql(it, configuration));
        }
        return pending.length;
    }

    private static String sql(MigrationInfo migration, Configuration configuration) {
        return Arrays.stream(configuration.getLocations())
                .map(it -> new ClassPathResource(
                        it.getRootPath() + "/" + migration.getScript(), configuration.getClassLoader()))
                .filter(ClassPathResource::exists)
                .map(PendingMigrations::text)
                .findFirst()
                .orElse("-- It is not a script on the class path.");
    }

    private static String text(ClassPathResource script) {
        try {
            return script.getContentAsString(StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
