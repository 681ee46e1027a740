package io.watertight.boundary.data;

import io.watertight.api.LocalModules;
import io.watertight.boundary.Modules;
import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;

/** The migrations of a process, by history, in order: the toolkit's, the application's, and those of the modules that run here. */
record MigrationParts(ApplicationModuleIdentifiers modules, LocalModules local) {

    static final String ROOT = "__root";

    Stream<Flyway> of(Configuration application) {
        return Stream.of(
                        ToolkitMigrations.parts(application),
                        Stream.of(flyway(ROOT, application.getTable(), application)),
                        modules.stream()
                                .filter(it -> local.contains(it.toString()))
                                .map(it -> flyway(it.toString(), Modules.MIGRATION_HISTORY + it, application)))
                .flatMap(it -> it);
    }

    /** {@return the name of the module, or of the history of another part} */
    static String nameOf(Flyway part) {
        return part.getConfiguration().getTable().replaceFirst(Modules.MIGRATION_HISTORY, "");
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
}
