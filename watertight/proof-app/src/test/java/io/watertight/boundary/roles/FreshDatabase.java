package io.watertight.boundary.roles;

import io.watertight.boundary.roles.RolesProperties.Source;
import io.watertight.testing.WholeDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** An empty database on the server of the test context, with migrations that are written by the test. */
final class FreshDatabase implements AutoCloseable {

    private static final String TOOLKIT = "classpath:db/migration/watertight/operations";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final WholeDatabase server;
    private final String name = "fresh_" + NUMBER.incrementAndGet();
    private final String url;
    private final Path migrations;
    private final String migrator;

    /**
     * @param url of any other database of the server
     * @param migrator an existing login whose password is its name
     */
    FreshDatabase(WholeDatabase server, String url, Path folder, String migrator) {
        this.server = server;
        this.url = url.replaceFirst("[^/]*$", name);
        this.migrations = folder.resolve(name);
        this.migrator = migrator;
        server.sql("create database %s owner %s".formatted(name, migrator)).update();
        server.sql("revoke all on database %s from public".formatted(name)).update();
        server.sql("grant connect on database %s to application".formatted(name))
                .update();
    }

    String url() {
        return url;
    }

    String name() {
        return name;
    }

    FreshDatabase with(String module, String file, String sql) {
        try {
            Files.writeString(Files.createDirectories(folderOf(module)).resolve(file), sql);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not by its name, which not every system can write as that of a file. */
    private Path folderOf(String module) {
        return migrations.resolve("m" + HexFormat.of().formatHex(module.getBytes(StandardCharsets.UTF_8)));
    }

    /** As an application does: the toolkit first, then one module after the other. */
    void migrate(Source source, String... modules) {
        var roles = new MigrationRoles(source, () -> List.of(modules), "application", Map::of);
        flyway(TOOLKIT, "watertight_operations", roles).migrate();
        for (String module : modules) {
            flyway(module, "flyway_schema_history_" + module, roles).migrate();
        }
    }

    /** As it was before there were roles. */
    void migrateWithoutRoles(String... modules) {
        flyway(TOOLKIT, "watertight_operations").migrate();
        for (String module : modules) {
            flyway(module, "flyway_schema_history_" + module).migrate();
        }
    }

    private Flyway flyway(String folder, String table, Callback... callbacks) {
        return Flyway.configure()
                .dataSource(loggedInAs(migrator))
                .locations(folder.equals(TOOLKIT) ? TOOLKIT : "filesystem:" + folderOf(folder))
                .defaultSchema("migrations")
                .table(table)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .skipDefaultCallbacks(true)
                .callbacks(callbacks)
                .load();
    }

    JdbcClient asMigrator() {
        return as(migrator);
    }

    JdbcClient as(String login) {
        return JdbcClient.create(loggedInAs(login));
    }

    /** Logged in as the application, in this role until the connection is closed. */
    SingleConnectionDataSource inRole(String role) {
        var connection = new SingleConnectionDataSource(url, "application", "application", true);
        JdbcClient.create(connection)
                .sql("set role " + ModuleRoles.quoted(role))
                .update();
        return connection;
    }

    private DriverManagerDataSource loggedInAs(String login) {
        return new DriverManagerDataSource(url, login, login);
    }

    @Override
    public void close() {
        server.sql("drop database %s with (force)".formatted(name)).update();
    }
}
