package io.watertight.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@SpringBootTest(classes = JdbcApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class TestDatabaseTests {

    private final JdbcClient application;
    private final JdbcClient migrator;

    TestDatabaseTests(
            @Autowired DataSource dataSource,
            @Autowired JdbcConnectionDetails connection,
            @Autowired FlywayConnectionDetails migration) {
        this.application = JdbcClient.create(dataSource);
        this.migrator = JdbcClient.create(new DriverManagerDataSource(
                connection.getJdbcUrl(),
                String.valueOf(migration.getUsername()),
                String.valueOf(migration.getPassword())));
    }

    @Test
    void isMigratedByTheMigratorAndUsedByTheApplication() {
        assertThat(text(application, "select session_user")).isEqualTo("application");
        assertThat(text(application, "select tableowner from pg_tables where tablename = 'note'"))
                .isEqualTo("migrator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "migrator"})
    void hasNoSuperuserAmongItsLogins(String login) {
        var privileged = migrator.sql("""
                        select rolsuper or rolcreatedb or rolbypassrls or rolreplication
                        from pg_roles where rolname = ?
                        """).param(login).query(Boolean.class).single();

        assertThat(privileged).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (id integer)",
                "create schema mine",
                "create temporary table mine (id integer)",
                "drop table note",
                "delete from note",
                "create role mine",
                "create database mine"
            })
    void refusesTheApplicationWhatNoMigrationGrants(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> application.sql(sql).update())
                .havingRootCause()
                .withMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
    }

    @Test
    void letsTheMigratorCreateSchemas() {
        migrator.sql("create schema mine").update();

        assertThat(text(migrator, "select nspname from pg_namespace where nspname = 'mine'"))
                .isEqualTo("mine");
    }

    @Test
    void admitsOnlyItsTwoLogins() {
        assertThat(text(migrator, "select datacl::text from pg_database where datname = current_database()"))
                .isEqualTo("{migrator=CTc/migrator,application=c/migrator}");
    }

    @Test
    void isCopiedWhileSomebodyIsConnected(@Autowired WholeDatabase server, @Autowired JdbcConnectionDetails connection)
            throws SQLException {
        server.sql("create database origin owner migrator").update();
        String origin = String.valueOf(connection.getJdbcUrl()).replaceFirst("[^/?]*(?=\\?|$)", "origin");
        try (Connection inUse = DriverManager.getConnection(origin, "migrator", "migrator")) {
            server.copy("origin", "copy");
            assertThat(inUse.isValid(1)).isFalse();
        }

        DriverManager.getConnection(origin, "migrator", "migrator").close();
        for (String database : List.of("origin", "copy")) {
            server.sql("drop database " + database).update();
        }
    }

    @Test
    void ordersTextAlikeOnEverySystem() {
        assertThat(application
                        .sql("select word from (values ('b'), ('A'), ('ä'), ('B'), ('a')) words (word) order by word")
                        .query(String.class)
                        .list())
                .containsExactly("A", "B", "a", "b", "ä");
        assertThat(text(application, "select upper('ä')")).isEqualTo("Ä");
    }

    private static String text(JdbcClient client, String sql) {
        return client.sql(sql).query(String.class).single();
    }
}
