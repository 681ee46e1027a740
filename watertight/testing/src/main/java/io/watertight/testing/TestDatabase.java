package io.watertight.testing;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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

    synchronized DataSource superuser() {
        if (name == null) {
            throw new IllegalStateException("This test context has not requested its database yet");
        }
        return SharedPostgres.get().dataSource(name);
    }

    @Override
    public synchronized void close() {
        if (name != null) {
            SharedPostgres.get().dropDatabase(name);
            name = null;
        }
    }
}
