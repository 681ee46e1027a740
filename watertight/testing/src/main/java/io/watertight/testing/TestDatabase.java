package io.watertight.testing;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database of one test context: created when first needed, dropped when the context closes. */
final class TestDatabase implements AutoCloseable {

    private @Nullable String name;

    synchronized String jdbcUrl() {
        var server = SharedPostgres.get();
        if (name == null) {
            name = server.createDatabase();
        }
        return server.jdbcUrl(name);
    }

    synchronized JdbcClient superuser() {
        if (name == null) {
            throw new IllegalStateException("This test context has not requested its database yet");
        }
        return SharedPostgres.get().superuser(name);
    }

    @Override
    public synchronized void close() {
        if (name != null) {
            SharedPostgres.get().dropDatabase(name);
            name = null;
        }
    }
}
