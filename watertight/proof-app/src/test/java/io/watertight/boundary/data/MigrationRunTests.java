package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.proof.EmptyDatabase;
import io.watertight.proof.PlatformTest;
import io.watertight.proof.TestApplication;
import io.watertight.testing.WholeDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;

/** By processes of their own, as an operator runs them, on a database that is empty. */
@PlatformTest
class MigrationRunTests {

    private final EmptyDatabase database;

    @TempDir
    Path folder;

    MigrationRunTests(@Autowired WholeDatabase server, @Autowired JdbcConnectionDetails connection) {
        this.database = new EmptyDatabase(server, connection, "migration_run");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void showsWhatIsPendingAndChangesNothingThenAppliesItAsEachModulesOwner() throws Exception {
        Run dry = run("--migrate-only", "--dry-run");
        assertThat(dry.output())
                .contains("-- watertight_operations: V1__", "-- bells: V1__bells.sql", "create schema bells");
        assertThat(dry.code()).isZero();
        assertThat(owners()).isEmpty();

        Run real = run("--migrate-only");
        assertThat(real.code()).as(real.output()).isZero();
        assertThat(real.output()).doesNotContain("Tomcat");
        assertThat(owners()).contains("bells=bells_owner", "towers=towers_owner");
    }

    @Test
    void endsWithAnErrorAndSaysWhyWhereNothingCanBeMigrated() throws Exception {
        Run run = run("--migrate-only", "--spring.flyway.user=nobody", "--spring.flyway.connect-retries=0");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("APPLICATION FAILED TO START");
    }

    @Test
    void showsNothingWhereNothingIsPending(@Autowired Flyway flyway, @Autowired ApplicationModuleIdentifiers modules) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        new PendingMigrations(
                        new MigrationParts(modules, _ -> true), new PrintStream(shown, true, StandardCharsets.UTF_8))
                .migrate(flyway);
        assertThat(shown.toString(StandardCharsets.UTF_8).strip()).isEqualTo("-- Nothing is pending.");
    }

    @Test
    void readsNoCodeToFindTheModules() throws Exception {
        run("--migrate-only");
        assertThat(loadedClasses())
                .content()
                .contains("org.flywaydb.core.Flyway ")
                .doesNotContain("com.tngtech.archunit.core.domain.");
    }

    @Test
    void isACallOfJavaTooThatSaysWhereMigrationsAreSwitchedOff() {
        MigrationRun.of(TestApplication.class, arguments());
        assertThat(owners()).contains("bells=bells_owner");
        assertThatThrownBy(() -> MigrationRun.of(TestApplication.class, arguments("--spring.flyway.enabled=false")))
                .isInstanceOf(FailureAnalyzedException.class)
                .hasMessageContaining("spring.flyway.enabled");
        assertThatThrownBy(() -> MigrationRun.of(TestApplication.class, arguments("--watertight.data.migrate=false")))
                .isInstanceOf(FailureAnalyzedException.class)
                .hasMessageContaining("watertight.data.migrate");
    }

    private Path loadedClasses() {
        return folder.resolve("classes.log");
    }

    private List<String> owners() {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), "migrator", "migrator"))
                .sql(
                        "select nspname || '=' || pg_get_userbyid(nspowner) from pg_namespace where nspname !~ '^pg_|^public$|^information_schema$'")
                .query(String.class)
                .list();
    }

    private Run run(String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Xlog:class+load:file=" + loadedClasses(),
                TestApplication.class.getName()));
        command.addAll(List.of(arguments(more)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private String[] arguments(String... more) {
        return Stream.concat(
                        Stream.of(
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=application",
                                "--spring.datasource.password=application",
                                "--spring.flyway.user=migrator",
                                "--spring.flyway.password=migrator"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private record Run(int code, String output) {}
}
