package io.watertight.boundary.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Migrates the toolkit's tables before the application's. Each part has its own folder and history, so that the toolkit and the
 * application never compete for a version number.
 */
class ToolkitMigrations implements FlywayMigrationStrategy {

    private static final String FOLDER = "db/migration/watertight/";
    private static final Pattern PART = Pattern.compile(FOLDER + "([^/]+)/[^/]+$");

    private final FlywayMigrationStrategy application;

    ToolkitMigrations(FlywayMigrationStrategy application) {
        this.application = application;
    }

    @Override
    public void migrate(Flyway flyway) {
        Configuration configuration = flyway.getConfiguration();
        OlderLayout.refuse(configuration);
        parts(configuration).forEach(Flyway::migrate);
        application.migrate(flyway);
    }

    /** In the order of their names: the parts' tables do not refer to each other. */
    static Stream<Flyway> parts(Configuration application) {
        return partsIn(application.getClassLoader()).stream().map(it -> ofPart(it, application));
    }

    private static List<String> partsIn(ClassLoader classes) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver(classes)
                            .getResources("classpath*:" + FOLDER + "*/*.sql"))
                    .flatMap(it -> PART.matcher(locationOf(it)).results())
                    .map((MatchResult it) -> it.group(1))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String locationOf(Resource script) {
        try {
            return script.getURL().getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Flyway ofPart(String part, Configuration configuration) {
        return Flyway.configure(configuration.getClassLoader())
                .configuration(configuration)
                .locations("classpath:" + FOLDER + part)
                .table("watertight_" + part)
                // The schema of the histories already exists when a part is added later.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }
}
