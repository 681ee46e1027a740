package io.watertight.proof;

import io.watertight.testing.WholeDatabase;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A database for instances that a test starts itself, on the server of the test context, as an operator prepares one. */
public final class EmptyDatabase implements AutoCloseable {

    private final WholeDatabase server;
    private final String name;
    private final String url;

    public EmptyDatabase(WholeDatabase server, JdbcConnectionDetails connection, String name) {
        this.server = server;
        this.name = name;
        this.url = String.valueOf(connection.getJdbcUrl()).replaceFirst("[^/]*$", name);
        server.sql("create database %s owner migrator".formatted(name)).update();
        server.sql("grant connect on database %s to application".formatted(name))
                .update();
    }

    public String url() {
        return url;
    }

    @Override
    public void close() {
        server.sql("drop database %s with (force)".formatted(name)).update();
    }
}
