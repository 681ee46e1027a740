package io.watertight.testing;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives a test access to its database that bypasses all roles: to create data that no service would create, or to check whether
 * a row exists. A bean in every test context.
 */
public final class WholeDatabase {

    private @Nullable String name;

    WholeDatabase() {}

    /** {@return its JDBC URL, for which it is created when first needed} */
    synchronized String jdbcUrl() {
        var server = SharedPostgres.get();
        if (name == null) {
            name = server.createDatabase();
        }
        return server.jdbcUrl(name);
    }

    /**
     * {@return the statement, ready for its parameters}
     *
     * @param sql executed as superuser, in a separate transaction
     */
    public JdbcClient.StatementSpec sql(String sql) {
        return JdbcClient.create(dataSource()).sql(sql);
    }

    /**
     * Copies another database of the server. Ends its sessions first, because PostgreSQL copies no database that is in use, and an
     * application that has just been closed may have left some behind.
     *
     * @param database its name, in lower case
     * @param copy the name of a database that does not exist yet
     */
    public void copy(String database, String copy) {
        sql("alter database %s allow_connections false".formatted(database)).update();
        sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                .param(database)
                .query(Boolean.class)
                .list();
        try {
            sql("create database %s template %s".formatted(copy, database)).update();
        } finally {
            sql("alter database %s allow_connections true".formatted(database)).update();
        }
    }

    /** {@return the database itself, for its superuser} */
    public synchronized DataSource dataSource() {
        if (name == null) {
            throw new IllegalStateException("This test context has not requested its database yet");
        }
        return SharedPostgres.get().dataSource(name);
    }

    /** With the context that it was created for; others may have it as a bean, too. */
    synchronized void drop() {
        if (name != null) {
            SharedPostgres.get().dropDatabase(name);
            name = null;
        }
    }
}
