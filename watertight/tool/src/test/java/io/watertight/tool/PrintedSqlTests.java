package io.watertight.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL that the tool prints for a database that has data. */
class PrintedSqlTests {

    private static final Path TOOLKIT = Path.of("../operations/src/main/resources/db/migration/watertight/operations");
    private static final String CONNECT = "\\connect ";

    @TempDir
    Path folder;

    @Test
    void ofARenameKeepsPasswordsRightsAndEventsThatWaitToBeDelivered() throws IOException, SQLException {
        Checkout checkout = Checkout.copiedTo(folder);
        Identity old = Identity.of(Project.of(checkout.plan()));
        String product = old.words().snake();
        List<String> printed = sqlOf(checkout.wt("rename", "--group", "io.acme", "--name", "night-market"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String owner = product + "_migrator";
            String login = product + "_app";
            execute(
                    server,
                    "postgres",
                    "create role %s login password 'one'".formatted(owner),
                    "create role %s login noinherit password 'two'".formatted(login),
                    "create role ports_rw",
                    "grant ports_rw to %s with inherit false, set true".formatted(login),
                    "create database %s owner %s".formatted(product, owner),
                    "alter role %s in database %s set lock_timeout = '7s'".formatted(login, product));
            execute(server, product, toolkit());
            execute(
                    server,
                    product,
                    "alter schema events owner to " + owner,
                    event(1, old.group() + ".ports.PortClosed"),
                    event(2, old.group() + "s.ports.PortClosed"));

            run(printed, server);

            try (Connection application = DriverManager.getConnection(
                            server.getJdbcUrl("night_market_app", "night_market"), "night_market_app", "two");
                    Statement statement = application.createStatement()) {
                statement.execute("set role ports_rw");
                assertThat(rows(statement, "show lock_timeout")).containsExactly("7s");
            }
            try (Connection migrator = DriverManager.getConnection(
                            server.getJdbcUrl("night_market_migrator", "night_market"),
                            "night_market_migrator",
                            "one");
                    Statement statement = migrator.createStatement()) {
                assertThat(rows(
                                statement,
                                "select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'events'"))
                        .containsExactly("night_market_migrator");
            }
            try (Connection superuser =
                            server.getDatabase("postgres", "night_market").getConnection();
                    Statement statement = superuser.createStatement()) {
                assertThat(rows(statement, "select event_type from events.event_publication order by id"))
                        .containsExactly("io.acme.nightmarket.ports.PortClosed", old.group() + "s.ports.PortClosed");
            }
        }
    }

    @Test
    void ofARemovalLeavesNothingBehind() throws IOException, SQLException {
        Checkout checkout = Checkout.copiedTo(folder);
        checkout.wt("new-module", "ports", "--aggregate", "Port", "code:text!unique");
        List<String> printed = sqlOf(checkout.wt("remove-module", "ports"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            execute(
                    server,
                    "postgres",
                    "create role ports_owner",
                    "create role ports_rw",
                    "create schema migrations",
                    "create table migrations.flyway_schema_history_ports (version text)",
                    "create schema ports authorization ports_owner",
                    "create table ports.port (code text)",
                    "alter table ports.port owner to ports_owner",
                    "grant select on ports.port to ports_rw");

            run(printed, server);

            try (Connection superuser = server.getPostgresDatabase().getConnection();
                    Statement statement = superuser.createStatement()) {
                assertThat(rows(statement, "select relname from pg_class where relname ~ 'port'"))
                        .isEmpty();
                assertThat(rows(statement, "select rolname from pg_roles where rolname ~ 'ports'"))
                        .isEmpty();
            }
        }
    }

    private static List<String> sqlOf(Checkout.Answer answer) {
        return answer.output()
                .lines()
                .filter(it -> it.startsWith("  "))
                .map(String::strip)
                .toList();
    }

    private static String event(int id, String type) {
        return """
                insert into events.event_publication (id, listener_id, event_type, serialized_event, publication_date)
                values ('00000000-0000-0000-0000-00000000000%d', 'tours.cancel', '%s', '{}', now())""".formatted(id, type);
    }

    /** As psql does, which leaves the one database for the other. */
    private static void run(List<String> printed, EmbeddedPostgres server) throws SQLException {
        String database = "postgres";
        for (String line : printed) {
            if (line.startsWith(CONNECT)) {
                database = line.substring(CONNECT.length());
            } else {
                execute(server, database, line);
            }
        }
    }

    private static String[] toolkit() throws IOException {
        List<String> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.list(TOOLKIT)) {
            for (Path file : files.sorted().toList()) {
                scripts.add(Files.readString(file));
            }
        }
        return scripts.toArray(String[]::new);
    }

    private static void execute(EmbeddedPostgres server, String database, String... sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        }
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
