package io.watertight.boundary.roles;

import static io.watertight.boundary.roles.ModuleRoles.literal;
import static io.watertight.boundary.roles.ModuleRoles.quoted;

import java.sql.Connection;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The migrator at work on one of Flyway's connections, in whatever transaction Flyway has begun there. */
class Migrator {

    /** Of all applications that work on roles and rights in one database. */
    private static final long LOCK = 0x726f6c6573L;

    private final JdbcClient client;
    private final JdbcTemplate statements;

    Migrator(Connection connection) {
        this.statements = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.client = JdbcClient.create(statements);
    }

    /** Waits until nobody else changes roles or rights, and keeps others waiting until the transaction ends. */
    void lock() {
        sql("select 1 from pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Integer.class)
                .single();
    }

    JdbcClient.StatementSpec sql(String query) {
        return client.sql(query);
    }

    boolean is(String query, Object... parameters) {
        return sql(query).params(parameters).query(Boolean.class).single();
    }

    /** Executes statements that take no parameters, each as it stands. */
    void execute(String... commands) {
        for (String command : commands) {
            statements.execute(command);
        }
    }

    /** Executes the command as one step with the lock, which outside of a transaction would be given back before it. */
    void executeLocked(String command) {
        execute("do "
                + literal(
                        "begin perform pg_advisory_xact_lock(%d); execute %s; end".formatted(LOCK, literal(command))));
    }

    /** Until the transaction ends. */
    void actAs(String role) {
        execute("set local role " + quoted(role));
    }

    String name() {
        return sql("select current_user").query(String.class).single();
    }

    Optional<String> ownerOf(String schema) {
        return sql("select pg_get_userbyid(nspowner) from pg_namespace where nspname = ?")
                .param(schema)
                .query(String.class)
                .optional();
    }
}
