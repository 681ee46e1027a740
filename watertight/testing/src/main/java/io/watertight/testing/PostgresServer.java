package io.watertight.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A running PostgreSQL server for tests only: its data are temporary and need not survive a crash.
 *
 * @param address host and port
 * @param user the superuser
 * @param end stops the server and removes its data
 */
record PostgresServer(String address, String user, String password, Runnable end) {

    static final String IMAGE = "postgres:18";

    /** Enough for the pools of all application contexts that one test run keeps. */
    private static final String MAX_CONNECTIONS = "600";

    static PostgresServer inContainer() {
        var container = new PostgreSQLContainer(IMAGE);
        container.setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + MAX_CONNECTIONS);
        try {
            container.start();
        } catch (RuntimeException e) {
            throw new FailureAnalyzedException(
                    "PostgreSQL did not start in Docker: %s".formatted(e.getMessage()),
                    "Use the embedded binaries (-Dpostgres=embedded).",
                    e);
        }
        return new PostgresServer(
                "%s:%s".formatted(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT)),
                container.getUsername(),
                container.getPassword(),
                container::stop);
    }

    /** Its data are in the work folder, where a later start removes those that a killed JVM left behind. */
    static PostgresServer embedded() {
        var data = EmbeddedBinaries.workFolder().resolve("data-" + UUID.randomUUID());
        var log = data.resolveSibling(data.getFileName() + ".log");
        try {
            Files.createDirectories(data);
            var postgres =
                    EmbeddedBinaries.start(data, log, it -> it.setServerConfig("max_connections", MAX_CONNECTIONS));
            return new PostgresServer("localhost:" + postgres.getPort(), "postgres", "postgres", () -> {
                try {
                    postgres.close();
                    Files.deleteIfExists(log);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FailureAnalyzedException e) {
            FileSystemUtils.deleteRecursively(data.toFile());
            throw e;
        }
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://%s/%s".formatted(address, database);
    }

    DataSource dataSource(String database) {
        return new DriverManagerDataSource(jdbcUrl(database), user, password);
    }

    JdbcClient superuser() {
        return JdbcClient.create(dataSource("postgres"));
    }
}
