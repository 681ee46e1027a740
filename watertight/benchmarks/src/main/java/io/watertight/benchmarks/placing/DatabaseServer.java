package io.watertight.benchmarks.placing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server for a benchmark, which commits to disk like a production server. */
final class DatabaseServer implements AutoCloseable {

    static final String APPLICATION = "application";
    static final String MIGRATOR = "migrator";

    private final EmbeddedPostgres postgres;
    private final @Nullable DelayingProxy network;

    private DatabaseServer(EmbeddedPostgres postgres, @Nullable DelayingProxy network) {
        this.postgres = postgres;
        this.network = network;
    }

    /** Starts the server with an empty database. */
    static DatabaseServer start(String database) throws IOException, SQLException {
        var server = start(Duration.ZERO);
        server.createDatabase(database);
        return server;
    }

    /**
     * Starts the server with the shop's two logins, whose passwords equal their names.
     *
     * @param roundTrip what the network between the shop and the server adds to each round trip
     */
    static DatabaseServer start(Duration roundTrip) throws IOException, SQLException {
        // The library disables these for tests; the later of two options wins.
        var postgres = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .start();
        var server = new DatabaseServer(
                postgres, roundTrip.isZero() ? null : DelayingProxy.start(postgres.getPort(), roundTrip));
        server.execute("create role %s login password '%s' createrole".formatted(MIGRATOR, MIGRATOR));
        server.execute("create role %s login password '%s' noinherit".formatted(APPLICATION, APPLICATION));
        return server;
    }

    void createDatabase(String name) throws SQLException {
        execute("create database %s owner %s".formatted(name, MIGRATOR));
    }

    /** {@return the JDBC URL of a database, for the shop} */
    String url(String name) {
        return "jdbc:postgresql://localhost:%d/%s"
                .formatted(network == null ? postgres.getPort() : network.port(), name);
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
        if (network != null) {
            network.close();
        }
        postgres.close();
    }
}
