package io.watertight.boundary.data;

import io.watertight.boundary.Modules;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Reports which module's migrations differ from those that have run on this database; Flyway itself names only the history
 * table.
 */
class ChangedMigrations extends BaseCallback {

    private static final Set<MigrationState> MISSING =
            Set.of(MigrationState.MISSING_SUCCESS, MigrationState.MISSING_FAILED);

    private static final String ACTION = """
            Restore the file as it was, and put the change into a new migration. In development you may delete the database instead: \
            the folder .postgres of a shop that was started with ./mvnw, the volume of one in Docker (docker compose down -v).""";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_VALIDATE_ERROR;
    }

    @Override
    public void handle(Event event, Context context) {
        Configuration configuration = context.getConfiguration();
        List<String> changes = Arrays.stream(Flyway.configure()
                        .configuration(configuration)
                        .load()
                        .info()
                        .all())
                .map(ChangedMigrations::change)
                .filter(Objects::nonNull)
                .toList();
        if (!changes.isEmpty()) {
            throw new FailureAnalyzedException(
                    "%s do not match this database: %s."
                            .formatted(
                                    owner(configuration.getTable()),
                                    changes.stream().collect(Collectors.joining("; "))),
                    ACTION);
        }
    }

    private static String owner(String history) {
        if (history.startsWith(ToolkitMigrations.HISTORY)) {
            return "The toolkit's migrations of '%s'".formatted(history.substring(ToolkitMigrations.HISTORY.length()));
        }
        return history.startsWith(Modules.MIGRATION_HISTORY)
                ? "The migrations of module '%s'".formatted(history.substring(Modules.MIGRATION_HISTORY.length()))
                : "The application's own migrations";
    }

    private static @Nullable String change(MigrationInfo migration) {
        if (MISSING.contains(migration.getState())) {
            return "version %s (%s) has run on it, but its file is missing"
                    .formatted(migration.getVersion(), migration.getDescription());
        }
        if (migration.getState() == MigrationState.IGNORED) {
            return "%s is new, but a later version has already run".formatted(migration.getScript());
        }
        if (migration.getState().isFailed()) {
            return "%s failed on it and is incomplete".formatted(migration.getScript());
        }
        return migration.getState().isApplied()
                        && migration.isVersioned()
                        && !(migration.isChecksumMatching() && migration.isDescriptionMatching())
                ? "%s was changed after it had run".formatted(migration.getScript())
                : null;
    }

    @Override
    public String getCallbackName() {
        return "changed migrations";
    }
}
