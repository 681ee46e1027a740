package io.watertight.guard.proof;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * A database of the sample as an application with a role for each module keeps it: an owner that migrates, a working role
 * that every statement runs as, and a login that has no right of its own.
 */
final class CinemaDatabase implements AutoCloseable {

    private static final List<String> MODULES = List.of("films", "tickets");
    private static final String LOGIN = "cinema_app";

    private final EmbeddedPostgres server;

    private CinemaDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    static CinemaDatabase of(Sample sample) {
        try {
            CinemaDatabase database = new CinemaDatabase(EmbeddedPostgres.start());
            database.run("create role %s login noinherit".formatted(LOGIN));
            for (String module : MODULES) {
                database.make(module, sample.root());
            }
            database.run("""
                create schema events;
                create table events.event_publication (id uuid);
                grant usage on schema events to films_rw, tickets_rw;
                grant insert on events.event_publication to films_rw, tickets_rw\
                """);
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(String module, Path root) throws IOException {
        run("""
            create role %1$s_owner;
            create role %1$s_rw;
            grant create on database postgres to %1$s_owner;
            grant %1$s_rw to %2$s with inherit false, set true\
            """.formatted(module, LOGIN));
        Path folder = root.resolve("modules/%s/src/main/resources/db/migration/%s".formatted(module, module));
        try (Stream<Path> scripts = Files.list(folder)) {
            for (Path script : scripts.sorted().toList()) {
                run("set role %s_owner; %s; reset role".formatted(module, Files.readString(script)));
            }
        }
        run("""
            grant usage on schema %1$s to %1$s_rw;
            grant select, insert, update, delete on all tables in schema %1$s to %1$s_rw\
            """.formatted(module));
    }

    private void run(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** What the database says to statements of a module, {@link Outcome#PASSED} if it obeys; nothing of it remains. */
    String verdictOn(String module, String sql) {
        try (Connection connection = server.getDatabase(LOGIN, "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (MODULES.contains(module)) { // The application's own code is in no module, and has no role.
                statement.execute("set local role \"%s_rw\"".formatted(module));
            }
            try {
                statement.execute(sql);
                return Outcome.PASSED;
            } catch (SQLException e) {
                return String.valueOf(e.getMessage())
                        .lines()
                        .findFirst()
                        .orElse("")
                        .replaceFirst("^ERROR: ", "");
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
