package io.watertight.testing;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives a test access to its database that bypasses all roles: to create data that no service would create, or to check whether
 * a row exists. A bean in every test context.
 */
public final class WholeDatabase {

    private final TestDatabase database;

    WholeDatabase(TestDatabase database) {
        this.database = database;
    }

    /**
     * {@return the statement, ready for its parameters}
     *
     * @param sql executed as superuser, in a separate transaction
     */
    public JdbcClient.StatementSpec sql(String sql) {
        return JdbcClient.create(dataSource()).sql(sql);
    }

    /** {@return the database itself, for its superuser} */
    public DataSource dataSource() {
        return database.superuser();
    }
}
