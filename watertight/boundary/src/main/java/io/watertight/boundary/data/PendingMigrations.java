package io.watertight.boundary.data;

import io.watertight.api.LocalModules;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;

/** Prints the pending migrations as SQL, in their order, and changes nothing. */
class PendingMigrations implements FlywayMigrationStrategy {

    static final String ROOT = "__root";
    private static final String MODULE_HISTORY = "flyway_schema_history_";

    private final ApplicationModuleIdentifiers modules;
    private final LocalModules local;
    private final PrintStream out;

    PendingMigrations(ApplicationModuleIdentifiers modules, LocalModules local, PrintStream out) {
        this.modules = modules;
        this.local = local;
        this.out = out;
    }

    @Override
    public void migrate(Flyway flyway) {
        Configuration application = flyway.getConfiguration();
        long pending = Stream.of(
                        ToolkitMigrations.parts(application),
                        Stream.of(flyway(ROOT, application.getTable(), application)),
                        modules.stream()
                                .filter(it -> local.contains(it.toString()))
                                .map(it -> flyway(it.toString(), MODULE_HISTORY + it, application)))
                .flatMap(it -> it)
                .mapToInt(this::print)
                .sum();
        if (pending == 0) {
            out.println("-- Nothing is pending.");
        }
    }

    /** Configured like Spring Modulith's, for a module or for the application. */
    private static Flyway flyway(String folder, String history, Configuration application) {
        return Flyway.configure(application.getClassLoader())
                .configuration(application)
                .locations(Arrays.stream(application.getLocations())
                        .map(it -> it.getDescriptor() + "/" + folder.replace('.', '/'))
                        .toArray(String[]::new))
                .table(history)
                .load();
    }

    private int print(Flyway part) {
        Configuration configuration = part.getConfiguration();
        MigrationInfo[] pending = part.info().pending();
        for (MigrationInfo it : pending) {
            out.printf(
                    "-- %s: %s%n%s%n%n",
                    configuration.getTable().replaceFirst(MODULE_HISTORY, ""), it.getScript(), sql(it, configuration));
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
