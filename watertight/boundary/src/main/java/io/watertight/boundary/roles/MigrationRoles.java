package io.watertight.boundary.roles;

import io.watertight.boundary.Modules;
import io.watertight.boundary.roles.RolesProperties.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;

/**
 * Runs each module's migrations as the module's owner, and grants the module's working role access to what they created. So
 * migrations name no role and no login, and a new table needs no grant. The migrator keeps the migration histories and the
 * toolkit's schemas.
 */
class MigrationRoles extends BaseCallback {

    private static final Set<Event> EVENTS = EnumSet.of(
            Event.BEFORE_MIGRATE,
            Event.BEFORE_EACH_MIGRATE,
            Event.AFTER_EACH_MIGRATE,
            Event.AFTER_EACH_MIGRATE_ERROR,
            Event.AFTER_MIGRATE);

    private final Source source;
    private final Supplier<List<String>> modules;
    private final @Nullable String login;
    private final Supplier<Map<String, List<String>>> others;

    /**
     * @param login the application's login; {@code null} if it is also the migrator's
     * @param others the modules of each login of another process
     */
    MigrationRoles(
            Source source,
            Supplier<List<String>> modules,
            @Nullable String login,
            Supplier<Map<String, List<String>>> others) {
        this.source = source;
        this.modules = modules;
        this.login = login;
        this.others = others;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return EVENTS.contains(event);
    }

    @Override
    public void handle(Event event, Context context) {
        var migrator = new Migrator(context.getConnection());
        var history = context.getConfiguration().getTable();
        if (event == Event.BEFORE_MIGRATE) {
            refuseCallbackScripts(context.getConfiguration());
        }
        try {
            // Spring Modulith names each module's history after the module; others belong to the toolkit or the
            // application.
            if (!history.startsWith(Modules.MIGRATION_HISTORY)) {
                outsideOfModules(event, context, migrator);
            } else {
                var roles = new ModuleRoles(history.substring(Modules.MIGRATION_HISTORY.length()));
                if (source == Source.NONE) {
                    withoutRoles(event, context, migrator, roles);
                } else {
                    ofAModule(event, context, migrator, roles);
                }
            }
        } catch (DataAccessException | SQLException e) {
            throw new FlywayException(
                    "Roles and rights of %s could not be set up: %s".formatted(history, e.getMessage()), e);
        }
    }

    private void outsideOfModules(Event event, Context context, Migrator migrator) {
        if (event == Event.BEFORE_MIGRATE) {
            requireLogins(migrator);
            if (source != Source.NONE) {
                migrator.lock();
                var provision = new RoleProvision(migrator, logins(migrator));
                if (source == Source.MANAGED) {
                    provision.complete(modules.get());
                } else {
                    provision.require(modules.get());
                }
            }
        } else if (event == Event.AFTER_MIGRATE) {
            migrator.lock();
            var rights = new SchemaRights(migrator, logins(migrator).keySet());
            rights.ofTheHistory(context.getConfiguration());
            rights.ofTheToolkit();
            if (source != Source.NONE) {
                rights.toAddToTheRecords(modules.get());
            }
        }
    }

    private void ofAModule(Event event, Context context, Migrator migrator, ModuleRoles roles) throws SQLException {
        var scope = new MigrationRoleScope(migrator, roles);
        switch (event) {
            case BEFORE_MIGRATE -> {
                migrator.lock();
                if (source == Source.MANAGED) {
                    // An application without migrations outside its modules gets the roles here.
                    new RoleProvision(migrator, logins(migrator)).complete(List.of(roles.module()));
                }
                scope.withdraw();
                new SchemaOwnership(migrator, roles).handOver();
            }
            case BEFORE_EACH_MIGRATE -> scope.begin();
            case AFTER_EACH_MIGRATE -> scope.end();
            case AFTER_EACH_MIGRATE_ERROR -> {
                // In a transaction, the rollback undoes everything, and until then no statement can be executed.
                if (context.getConnection().getAutoCommit()) {
                    scope.lift();
                }
            }
            case AFTER_MIGRATE -> {
                migrator.lock();
                var rights = new SchemaRights(migrator, logins(migrator).keySet());
                rights.ofTheHistory(context.getConfiguration());
                rights.ofTheModule(roles);
            }
            default -> throw new IllegalArgumentException(event.getId());
        }
    }

    private void withoutRoles(Event event, Context context, Migrator migrator, ModuleRoles roles) {
        if (event == Event.BEFORE_MIGRATE) {
            migrator.lock();
            new SchemaOwnership(migrator, roles).takeBack();
        } else if (event == Event.AFTER_MIGRATE) {
            migrator.lock();
            Map<String, List<String>> logins = logins(migrator);
            new SchemaRights(migrator, logins.keySet()).ofTheHistory(context.getConfiguration());
            logins.values().removeIf(it -> !it.contains(roles.module()));
            new SchemaRights(migrator, logins.keySet()).ofLogins(roles);
        }
    }

    /** {@return the modules of each login, this process's own first} */
    private Map<String, List<String>> logins(Migrator migrator) {
        Map<String, List<String>> logins = new LinkedHashMap<>();
        logins.put(login == null ? migrator.name() : login, modules.get());
        logins.putAll(others.get());
        return logins;
    }

    private void requireLogins(Migrator migrator) {
        others.get().keySet().stream()
                .filter(it ->
                        !migrator.is("select exists (select from pg_roles where rolname = ? and rolcanlogin)", it))
                .findFirst()
                .ifPresent(it -> {
                    throw new InvalidConfigurationPropertyValueException(
                            RolesProperties.LOGINS, it, "There is no such login in the database; create it first.");
                });
    }

    /**
     * Flyway's callback scripts would not run as the module's owner, so they are switched off; an existing one must not be ignored
     * silently.
     */
    private static void refuseCallbackScripts(Configuration configuration) {
        Arrays.stream(configuration.getLocations())
                .flatMap(MigrationRoles::scriptsIn)
                .filter(it -> Event.fromId(it.replaceFirst("(__.*)?\\.sql$", "")) != null)
                .findFirst()
                .ifPresent(it -> {
                    throw new FlywayException(
                            "The script %s is a Flyway callback and would run with the migrator's rights;".formatted(it)
                                    + " make it a migration, V...__....sql or R__....sql");
                });
    }

    private static Stream<String> scriptsIn(Location location) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver()
                            .getResources(location.toString().replace("filesystem:", "file:") + "/*.sql"))
                    .map(Resource::getFilename)
                    .filter(Objects::nonNull);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getCallbackName() {
        return "roles and rights by module";
    }
}
