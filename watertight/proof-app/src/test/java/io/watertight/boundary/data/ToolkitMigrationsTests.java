package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.proof.PlatformTest;
import io.watertight.testing.WholeDatabase;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@PlatformTest
class ToolkitMigrationsTests {

    private static final String MIGRATOR = "migrator";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @Autowired
    WholeDatabase server;

    @Autowired
    JdbcConnectionDetails connection;

    @Test
    void haveAHistoryForEachPartBesideThoseOfTheModules() {
        assertThat(server.sql("select tablename from pg_tables where schemaname = 'migrations'")
                        .query(String.class)
                        .list())
                .contains("watertight_operations", "flyway_schema_history_bells")
                .doesNotContain("flyway_schema_history");
    }

    @Test
    void runBeforeThoseOfTheApplicationAndShareNoVersionWithThem() throws Exception {
        inADatabaseOfItsOwn(database -> {
            write("watertight/posts/V1__post.sql", "create schema posts; create table posts.post (id int);");
            write("__root/V1__letter.sql", "create table posts.letter (id int); insert into posts.letter values (1);");
            migrate(database);

            write("watertight/posts/V2__weight.sql", "alter table posts.post add column weight int;");
            write("__root/V2__stamp.sql", "alter table posts.letter add column stamp text default 'red';");
            migrate(database);

            assertThat(scripts(database, "watertight_posts")).containsExactly("V1__post.sql", "V2__weight.sql");
            assertThat(scripts(database, "flyway_schema_history")).containsExactly("V1__letter.sql", "V2__stamp.sql");
            assertThat(database.sql("select stamp from posts.letter")
                            .query(String.class)
                            .list())
                    .containsExactly("red");
        });
    }

    @Test
    void takeUpAPartThatComesLater() throws Exception {
        inADatabaseOfItsOwn(database -> {
            write("watertight/posts/V1__post.sql", "create schema posts; create table posts.post (id int);");
            migrate(database);

            write("watertight/keys/V1__key.sql", "create schema keys; create table keys.key (id int);");
            migrate(database);

            assertThat(scripts(database, "watertight_keys")).containsExactly("V1__key.sql");
        });
    }

    @Test
    void areRefusedByADatabaseOfTheLayoutBeforeWithTheAdviceToDeleteIt() throws Exception {
        inADatabaseOfItsOwn(database -> {
            write("__root/V1__event_registry.sql", "create schema events;");
            Flyway.configure()
                    .configuration(flyway(database).getConfiguration())
                    .load()
                    .migrate();

            assertThatExceptionOfType(FailureAnalyzedException.class)
                    .isThrownBy(() -> migrate(database))
                    .satisfies(it -> {
                        assertThat(it.analysis().getDescription()).contains("before 0.2.0");
                        assertThat(it.analysis().getAction()).contains("docker compose down -v");
                    });
        });
    }

    @Test
    void waitForADatabaseThatComesLate() throws Exception {
        inADatabaseOfItsOwn(database -> {
            write("watertight/posts/V1__post.sql", "create schema posts; create table posts.post (id int);");
            server.sql("alter database %s allow_connections false".formatted(name()))
                    .update();
            CompletableFuture<Integer> back = CompletableFuture.supplyAsync(
                    () -> server.sql("alter database %s allow_connections true".formatted(name()))
                            .update(),
                    CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));

            migrate(database);

            back.join();
            assertThat(scripts(database, "watertight_posts")).containsExactly("V1__post.sql");
        });
    }

    private Path resources = Path.of("");
    private String url = "";

    private void inADatabaseOfItsOwn(Proof proof) throws Exception {
        String name = "toolkit_" + UUID.randomUUID().toString().replace("-", "");
        resources = folder.resolve(name);
        url = connection.getJdbcUrl().replaceFirst("[^/]*$", name);
        server.sql("create database %s owner %s".formatted(name, MIGRATOR)).update();
        try {
            proof.on(JdbcClient.create(new DriverManagerDataSource(url, MIGRATOR, MIGRATOR)));
        } finally {
            server.sql("drop database %s with (force)".formatted(name)).update();
        }
    }

    private String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private void write(String script, String sql) throws IOException {
        Path file = resources.resolve("db/migration").resolve(script);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, sql);
    }

    private void migrate(JdbcClient database) throws MalformedURLException {
        new ToolkitMigrations(Flyway::migrate).migrate(flyway(database));
    }

    /** As Spring Modulith has it for what belongs to no module; what was written is on the class path beside the toolkit. */
    private Flyway flyway(JdbcClient database) throws MalformedURLException {
        ClassLoader classPath = new URLClassLoader(
                new URL[] {resources.toUri().toURL()}, getClass().getClassLoader());
        return Flyway.configure(classPath)
                .dataSource(url, MIGRATOR, MIGRATOR)
                .locations("classpath:db/migration/__root")
                .defaultSchema("migrations")
                .connectRetries(20)
                .connectRetriesInterval(1)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    private static List<String> scripts(JdbcClient database, String history) {
        return database.sql("select script from migrations.%s where type = 'SQL' order by installed_rank"
                        .formatted(history))
                .query(String.class)
                .list();
    }

    @FunctionalInterface
    private interface Proof {

        void on(JdbcClient database) throws Exception;
    }
}
