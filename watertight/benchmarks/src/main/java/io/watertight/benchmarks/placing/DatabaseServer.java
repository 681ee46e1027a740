package io.watertight.benchmarks.placing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A PostgreSQL server for a benchmark, which commits to disk like a production server. */
final class DatabaseServer implements AutoCloseable {

    static final String APPLICATION = "application";
    static final String MIGRATOR = "migrator";

    private final EmbeddedPostgres postgres;

    private DatabaseServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts the server with the shop's two logins, whose passwords equal their names. */
    static DatabaseServer start() throws IOException, SQLException {
        // The library disables these for tests; the later of two options wins.
        var server = new DatabaseServer(EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .start());
        server.execute("create role %s login password '%s' createrole".formatted(MIGRATOR, MIGRATOR));
        server.execute("create role %s login password '%s' noinherit".formatted(APPLICATION, APPLICATION));
        return server;
    }

    void createDatabase(String name) throws SQLException {
        execute("create database %s owner %s".formatted(name, MIGRATOR));
    }

    /** {@return the JDBC URL of a database} */
    String url(String name) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), name);
    }

    /** Connects as the superuser, who needs no role to use any table. */
    Connection connect(String database) throws SQLException {
        return postgres.getDatabase("postgres", database).getConnection();
    }

    private void execute(String sql) throws SQLException {
        DataSource database = postgres.getPostgresDatabase();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
