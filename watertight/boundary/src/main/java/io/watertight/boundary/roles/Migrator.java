package io.watertight.boundary.roles;

import static io.watertight.boundary.roles.ModuleRoles.literal;
import static io.watertight.boundary.roles.ModuleRoles.quoted;

import java.sql.Connection;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Executes the migrator's statements on one of Flyway's connections, in Flyway's transaction. */
class Migrator {

    /** Shared by all applications that change roles and rights in one database. */
    private static final long LOCK = 0x726f6c6573L;

    private final JdbcClient client;
    private final JdbcTemplate statements;

    Migrator(Connection connection) {
        this.statements = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.client = JdbcClient.create(statements);
    }

    /** Locks roles and rights until the transaction ends. */
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

    void execute(String... commands) {
        for (String command : commands) {
            statements.execute(command);
        }
    }

    /** Executes the command together with the lock, which would otherwise be released too early outside a transaction. */
    void executeLocked(String command) {
        execute("do "
                + literal(
                        "begin perform pg_advisory_xact_lock(%s); execute %s; end".formatted(LOCK, literal(command))));
    }

    /** Sets the role until the transaction ends. */
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
