package io.watertight.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded PostgreSQL of a first run, with one persistent database. */
record DevelopmentServer(DatabaseFolder folder, EmbeddedPostgres postgres) implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DevelopmentServer.class);

    private static final String DATABASE = "shop";

    /** Starts the server on the data in the given folder, which may be empty. */
    static DevelopmentServer start(Path path) {
        var folder = DatabaseFolder.open(path);
        var server = new DevelopmentServer(folder, start(folder));
        try {
            server.createMissing();
            // The application closes this bean, unless it is stopped before it has started.
            SpringApplication.getShutdownHandlers().add(server::close);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        log.info(
                "Development database: {}, data in {}. To connect: psql postgresql://{}:{}@localhost:{}/{}",
                server.jdbcUrl(),
                path,
                Login.APPLICATION.role(),
                Login.APPLICATION.password(),
                server.postgres.getPort(),
                DATABASE);
        return server;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:%s/%s".formatted(postgres.getPort(), DATABASE);
    }

    /** Stops the server; everything that was committed is on disk. */
    @Override
    public void close() {
        try (folder) {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start(DatabaseFolder folder) {
        try {
            return EmbeddedBinaries.start(folder.data(), folder.log(), server -> keepData(server, folder));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** The library disables durability for tests; the later of two options wins. */
    private static void keepData(EmbeddedPostgres.Builder server, DatabaseFolder folder) {
        server.setCleanDataDirectory(false)
                .setDataDirectoryCustomizer(_ -> folder.markComplete())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200");
    }

    private void createMissing() {
        var superuser = JdbcClient.create(postgres.getPostgresDatabase());
        Login.createMissing(superuser);
        var known = superuser
                .sql("select exists (select from pg_database where datname = ?)")
                .param(DATABASE)
                .query(Boolean.class)
                .single();
        if (!known) {
            Login.createDatabase(superuser, DATABASE);
        }
        Login.keepOthersOut(superuser, DATABASE);
    }
}
