package io.watertight.testing;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A test's own way into the database of its context, past all roles: to set a scene that no module's service would set,
 * or to look whether a row is there. A bean in every test context.
 */
public final class WholeDatabase {

    private final TestDatabase database;

    WholeDatabase(TestDatabase database) {
        this.database = database;
    }

    /**
     * {@return the statement, ready for its parameters}
     *
     * @param sql executed as superuser, in a transaction of its own
     */
    public JdbcClient.StatementSpec sql(String sql) {
        return JdbcClient.create(dataSource()).sql(sql);
    }

    /** {@return the database itself, for its superuser} */
    public DataSource dataSource() {
        return database.superuser();
    }
}
