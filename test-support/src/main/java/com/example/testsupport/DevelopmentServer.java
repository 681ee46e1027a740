package com.example.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded PostgreSQL of a first run, with one database whose data outlive it. */
final class DevelopmentServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DevelopmentServer.class);

    private static final String DATABASE = "shop";

    private final DatabaseFolder folder;
    private final EmbeddedPostgres postgres;

    private DevelopmentServer(DatabaseFolder folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /**
     * Starts the server on the data in the given folder, or on empty ones where it has none.
     *
     * @throws PostgresUnavailableException if the folder cannot be used or the server does not start
     */
    static DevelopmentServer start(Path path) {
        var folder = DatabaseFolder.open(path);
        var server = new DevelopmentServer(folder, start(folder));
        try {
            server.createMissing();
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        log.info(
                "Development database: {}, data in {}. To look inside: psql postgresql://{}:{}@localhost:{}/{}",
                server.jdbcUrl(),
                path,
                Login.APPLICATION.role(),
                Login.APPLICATION.password(),
                server.postgres.getPort(),
                DATABASE);
        return server;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), DATABASE);
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
        // The library switches off what makes a commit last, for the sake of tests; the later option wins.
        var server = EmbeddedBinaries.server(folder.data())
                .setCleanDataDirectory(false)
                .setDataDirectoryCustomizer(data -> complete(folder, data))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100");
        try {
            return EmbeddedBinaries.start(server, folder.log());
        } catch (RuntimeException e) {
            try (folder) {
                Postmaster.stopLeftBehind(folder.data());
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    private static void complete(DatabaseFolder folder, File data) {
        try {
            folder.markComplete();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + data, e);
        }
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
