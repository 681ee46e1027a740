package io.watertight.testing;

import java.util.function.Supplier;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two logins of an application, as docker/postgres/init.sh creates them; neither is a superuser. */
enum Login {

    /** Owns the database, creates the modules' roles and runs their migrations. */
    MIGRATOR("migrator", "createrole"),

    /** Runs the application's statements, with the rights of its current role only. */
    APPLICATION("application", "nocreaterole noinherit");

    private final String role;
    private final String attributes;

    Login(String role, String attributes) {
        this.role = role;
        this.attributes = attributes;
    }

    String role() {
        return role;
    }

    String password() {
        return role;
    }

    /** Creates missing logins, and adds attributes that an earlier version did not set. */
    static void createMissing(JdbcClient superuser) {
        for (Login login : values()) {
            var known = superuser
                    .sql("select exists (select from pg_roles where rolname = ?)")
                    .param(login.role)
                    .query(Boolean.class)
                    .single();
            if (!known) {
                superuser
                        .sql("create role %s login password '%s'".formatted(login.role, login.password()))
                        .update();
            }
            superuser
                    .sql("alter role %s %s".formatted(login.role, login.attributes))
                    .update();
        }
    }

    /** Creates an empty database that the migrator owns, with a collation that is the same on every system. */
    static void createDatabase(JdbcClient superuser, String name) {
        superuser.sql("""
                        create database %s owner %s template template0
                        encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'
                        """.formatted(name, MIGRATOR.role)).update();
    }

    /** Lets only the two logins connect to the database, and only its owner create anything in it. */
    static void keepOthersOut(JdbcClient superuser, String database) {
        superuser
                .sql("revoke all on database %s from public".formatted(database))
                .update();
        superuser
                .sql("grant connect on database %s to %s".formatted(database, APPLICATION.role))
                .update();
    }

    /** The application's connection: it logs in as {@link Login#APPLICATION}. */
    record ApplicationConnection(Supplier<String> url) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return APPLICATION.role();
        }

        @Override
        public String getPassword() {
            return APPLICATION.password();
        }

        @Override
        public String getJdbcUrl() {
            return url.get();
        }
    }

    /** Flyway's connection: it logs in as {@link Login#MIGRATOR}. */
    record MigratorConnection(Supplier<String> url) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return MIGRATOR.role();
        }

        @Override
        public String getPassword() {
            return MIGRATOR.password();
        }

        @Override
        public String getJdbcUrl() {
            return url.get();
        }
    }
}
