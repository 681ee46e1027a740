package io.watertight.boundary.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Migrates the toolkit's tables before the application's. Each part has its own folder and history, so that the toolkit and the
 * application never compete for a version number.
 */
record ToolkitMigrations(FlywayMigrationStrategy application) implements FlywayMigrationStrategy {

    /** How the names of their histories begin; that of the part follows. */
    static final String HISTORY = "watertight_";

    private static final String FOLDER = "db/migration/watertight/";
    private static final Pattern PART = Pattern.compile(FOLDER + "([^/]+)/[^/]+$");

    @Override
    public void migrate(Flyway flyway) {
        Configuration configuration = flyway.getConfiguration();
        refuseOlderLayout(configuration);
        parts(configuration).forEach(Flyway::migrate);
        application.migrate(flyway);
    }

    /**
     * Before 0.2.0, the migrations of both toolkit and application had one history. It is read through Flyway, which waits for a
     * database that starts late.
     */
    private static void refuseOlderLayout(Configuration configuration) {
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

    /** In the order of their names: the parts' tables do not refer to each other. */
    static Stream<Flyway> parts(Configuration application) {
        Set<String> parts = new TreeSet<>();
        try {
            for (Resource script : new PathMatchingResourcePatternResolver(application.getClassLoader())
                    .getResources("classpath*:" + FOLDER + "*/*.sql")) {
                PART.matcher(script.getURL().getPath()).results().forEach(it -> parts.add(it.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts.stream().map(it -> ofPart(it, application));
    }

    private static Flyway ofPart(String part, Configuration configuration) {
        return Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .locations("classpath:" + FOLDER + part)
                .table(HISTORY + part)
                // The schema of the histories already exists when a part is added later.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }
}
