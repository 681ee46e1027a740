package com.example.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.example.platform.testapp.PlatformTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@PlatformTest
class WorkingRightsTests {

    private final JdbcClient application;
    private final JdbcClient migrator;
    private final JdbcConnectionDetails login;
    private final DriverManagerDataSource migratorDatabase;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path migrations;

    WorkingRightsTests(
            @Autowired JdbcClient application,
            @Autowired JdbcConnectionDetails login,
            @Autowired FlywayConnectionDetails migration) {
        this.application = application;
        this.login = login;
        this.migratorDatabase = new DriverManagerDataSource(
                String.valueOf(migration.getJdbcUrl()),
                String.valueOf(migration.getUsername()),
                String.valueOf(migration.getPassword()));
        this.migrator = JdbcClient.create(migratorDatabase);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "bells", "migrations"})
    void leaveWhatWasMigratedToTheMigrator(String schema) {
        assertThat(migrator.sql("select distinct tableowner from pg_tables where schemaname = ?")
                        .param(schema)
                        .query(String.class)
                        .list())
                .containsExactly("shop_migrator");
        assertThat(application.sql("select session_user").query(String.class).single())
                .isEqualTo("shop_app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into events.shedlock values ('mine', now(), now(), 'me')",
                "update events.shedlock set locked_by = 'me' where name = 'mine'",
                "delete from events.shedlock where name = 'mine'",
                "insert into bells.bell (name) values ('Big Ben')"
            })
    void letTheApplicationWorkWithRows(String sql) {
        assertThatNoException().isThrownBy(() -> application.sql(sql).update());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table events.mine (id integer)",
                "create index on events.shedlock (locked_by)",
                "create trigger mine before insert on events.shedlock execute function pg_catalog.now()",
                "alter table events.shedlock add column mine integer",
                "alter table events.shedlock owner to shop_app",
                "drop table events.shedlock",
                "truncate events.shedlock",
                "truncate bells.bell",
                "drop table bells.bell",
                "create table bells.mine (id integer)",
                "drop schema events cascade",
                "create schema mine",
                "set role shop_migrator",
                "select * from migrations.flyway_schema_history",
                "update migrations.flyway_schema_history set checksum = 0"
            })
    void letTheApplicationDoNothingElse(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> application.sql(sql).update())
                .havingRootCause()
                .withMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "Upper", "with space", "with-dash", "with'quote", "select", "ünïcode", "a.b"})
    void reachATableThatALaterMigrationAdds(String schema) throws IOException {
        String quoted = "\"" + schema.replace("\"", "\"\"") + "\"";
        migration(
                "V1__first.sql",
                "create schema %s; create table %s.first (id serial primary key);".formatted(quoted, quoted));
        migrate(schema, login.getUsername());
        insertInto(quoted + ".first");

        migration("V2__second.sql", "create table %s.second (id serial primary key);".formatted(quoted));
        migrate(schema, login.getUsername());

        insertInto(quoted + ".second");
    }

    @Test
    void areNotGivenWhereThereIsNoSchemaOrNoOtherLogin() throws IOException {
        migration("V1__nothing.sql", "select 1;");
        migrate("no such schema", login.getUsername());

        migration("V1__nothing.sql", "select 1;");
        migration("V2__schema.sql", "create schema alone; create table alone.note (id integer);");
        migrate("alone", null);
        migrate("alone", "shop_migrator");

        assertThat(migrator.sql("select relacl is null from pg_class where oid = 'alone.note'::regclass")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "No Body", "x; drop schema events cascade"})
    void nameTheLoginThatDoesNotExist(String stranger) {
        assertThatExceptionOfType(FlywayException.class)
                .isThrownBy(() -> flyway("events", stranger).migrate())
                .withMessageContaining(
                        "The login '%s' could not be given its rights on schema 'events'".formatted(stranger))
                .havingRootCause()
                .withMessageContaining("role \"%s\" does not exist".formatted(stranger));
    }

    private void insertInto(String table) {
        assertThat(application
                        .sql("insert into %s default values".formatted(table))
                        .update())
                .isOne();
    }

    private void migration(String name, String sql) throws IOException {
        Files.writeString(migrations.resolve(name), sql);
    }

    private void migrate(String module, @Nullable String login) {
        flyway(module, login).migrate();
    }

    private Flyway flyway(String module, @Nullable String login) {
        return Flyway.configure()
                .dataSource(migratorDatabase)
                .locations("filesystem:" + migrations)
                .defaultSchema("migrations")
                .table("flyway_schema_history_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .callbacks(new WorkingRights(login))
                .load();
    }
}
