package io.watertight.testing;

import javax.sql.DataSource;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container. */
record ContainerPostgresServer(PostgreSQLContainer container) implements PostgresServer {

    static final String IMAGE = "postgres:18";

    static ContainerPostgresServer start() {
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
        return new ContainerPostgresServer(container);
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%s/%s"
                .formatted(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), database);
    }

    @Override
    public DataSource dataSource(String database) {
        return new DriverManagerDataSource(jdbcUrl(database), container.getUsername(), container.getPassword());
    }

    @Override
    public void stop() {
        container.stop();
    }
}
