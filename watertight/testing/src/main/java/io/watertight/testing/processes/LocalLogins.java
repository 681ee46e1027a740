package io.watertight.testing.processes;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The database logins of processes: each may assume roles, and has no rights of its own. */
final class LocalLogins {

    private final JdbcClient migrator;

    LocalLogins(JdbcClient migrator) {
        this.migrator = migrator;
    }

    /** Creates a login if it is missing, and sets its password. */
    void create(String login, String password) {
        var known = migrator.sql("select exists (select from pg_roles where rolname = ?)")
                .param(login)
                .query(Boolean.class)
                .single();
        if (!known) {
            execute("create role %1$I login noinherit", login, password);
        }
        execute("alter role %1$I password %2$L", login, password);
        execute("grant connect on database %3$I to %1$I", login, password);
    }

    /** Statements that take no parameters; the server quotes the names and the password in them. */
    private void execute(String statement, String login, String password) {
        var sql = migrator.sql("select format(:statement, :login, :password, current_database())")
                .param("statement", statement)
                .param("login", login)
                .param("password", password)
                .query(String.class)
                .single();
        migrator.sql(sql).update();
    }
}
