package com.example.testsupport;

import org.jspecify.annotations.Nullable;

/** The database of one test context: created when first asked for, dropped when the context closes. */
final class TestDatabase implements AutoCloseable {

    private @Nullable String name;

    synchronized String jdbcUrl() {
        var server = SharedPostgres.get();
        if (name == null) {
            name = server.createDatabase();
        }
        return server.jdbcUrl(name);
    }

    @Override
    public synchronized void close() {
        if (name != null) {
            SharedPostgres.get().dropDatabase(name);
            name = null;
        }
    }
}
