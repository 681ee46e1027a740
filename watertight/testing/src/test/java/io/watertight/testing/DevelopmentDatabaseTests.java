package io.watertight.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class DevelopmentDatabaseTests {

    /** The tests that leave a database in good order use it one after the other. */
    @TempDir
    private static Path checkout;

    @TempDir
    private Path otherCheckout;

    @Test
    void keepsItsDataFromOneStartToTheNext(CapturedOutput output) {
        try (var application = run(folder())) {
            var client = client(application);
            client.sql("insert into note (text) values ('kept')").update();
            assertThat(client.sql("select session_user").query(String.class).single())
                    .isEqualTo("application");
        }
        assertThat(output).containsSubsequence("Shutdown completed", "shut down postmaster");
        assertThat(postmasters()).isEmpty();

        try (var application = run(folder())) {
            assertThat(notes(client(application), "note")).contains("kept");
        }
    }

    @Test
    void losesNothingThatIsCommitted() {
        try (var server = DevelopmentServer.start(folder())) {
            assertThat(DevelopmentDatabaseProgram.client(server.jdbcUrl())
                            .sql("""
                                    select name || '=' || setting from pg_settings
                                    where name in ('fsync', 'synchronous_commit', 'full_page_writes')
                                    """)
                            .query(String.class)
                            .list())
                    .containsExactlyInAnyOrder("fsync=on", "synchronous_commit=on", "full_page_writes=on");
        }
    }

    @Test
    void takesOverWhatAKilledJvmLeftRunning() throws Exception {
        DevelopmentDatabaseProgram.start(folder(), "committed").kill();
        var leftBehind = postmasters();
        assertThat(leftBehind).hasSize(1);

        try (var server = DevelopmentServer.start(folder())) {
            var client = DevelopmentDatabaseProgram.client(server.jdbcUrl());
            assertThat(notes(client, "program.note")).contains("committed");
            assertThat(postmasters()).hasSize(1).doesNotContainAnyElementsOf(leftBehind);
        }
    }

    @Test
    void belongsToOneJvmAtATimeAndStopsWithIt() throws Exception {
        var program = DevelopmentDatabaseProgram.start(folder(), "theirs");

        assertThatExceptionOfType(FailureAnalyzedException.class)
                .isThrownBy(() -> DevelopmentServer.start(folder()))
                .withMessage("Another running application uses the development database in %s.", folder())
                .satisfies(it -> assertThat(it.analysis().getAction())
                        .contains("export DEVELOPMENT_DATABASE_DIRECTORY=.postgres-2 SERVER_PORT=8081"));
        assertThat(postmasters()).hasSize(1);

        program.end();
        assertThat(postmasters()).isEmpty();
    }

    @Test
    void belongsToOneApplicationOfAJvmAtATime() {
        try (var _ = DevelopmentServer.start(folder())) {
            assertThatExceptionOfType(FailureAnalyzedException.class)
                    .isThrownBy(() -> DevelopmentServer.start(folder()))
                    .withMessageStartingWith("Another running application uses the development database");
        }
        DevelopmentServer.start(folder()).close();
    }

    @Test
    void isNotMisledByTheProcessNumberOfAnotherProgram() throws IOException {
        DevelopmentServer.start(folder()).close();
        Files.writeString(
                folder().resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        DevelopmentServer.start(folder()).close();
    }

    /** After a restart of the system, the number may be that of another server. */
    @Test
    void leavesTheServerOfOthersRunning() throws IOException {
        try (var server = DevelopmentServer.start(folder())) {
            var data = Files.createDirectories(otherCheckout.resolve("data"));
            var stale = data.resolve("postmaster.pid");
            Files.writeString(
                    stale, "%s\n%s\n1700000000\n5432\n".formatted(postmasters().getFirst(), data));

            Postmaster.stopLeftBehind(data);

            assertThat(stale).doesNotExist();
            assertThat(postmasters()).hasSize(1);
            assertThat(DevelopmentDatabaseProgram.client(server.jdbcUrl())
                            .sql("select 1")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void startsAnewWhereTheFirstStartWasInterrupted() throws IOException {
        var data = Files.createDirectories(otherCheckout.resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.writeString(data.resolve("postgresql.conf"), "");

        try (var server = DevelopmentServer.start(otherCheckout)) {
            assertThat(server.jdbcUrl()).endsWith("/shop");
        }
    }

    @Test
    void refusesDataOfAnotherMajorVersion(CapturedOutput output) throws IOException {
        var version = Files.createDirectories(otherCheckout.resolve("data")).resolve("PG_VERSION");
        Files.writeString(version, "17\n");

        assertThatException().isThrownBy(() -> run(otherCheckout));

        assertThat(output)
                .containsSubsequence(
                        "Description:",
                        "The development database in %s was written by PostgreSQL 17, and this is PostgreSQL 18."
                                .formatted(otherCheckout),
                        "Action:",
                        "Move the folder away");
        assertThat(version).exists();
    }

    private static Path folder() {
        return checkout.resolve("with a space/.postgres");
    }

    private static ConfigurableApplicationContext run(Path folder) {
        return new SpringApplicationBuilder(JdbcApplication.class, DevelopmentDatabase.class)
                .web(WebApplicationType.NONE)
                .run("--%s=%s".formatted(DevelopmentDatabase.DIRECTORY, folder));
    }

    private static JdbcClient client(ConfigurableApplicationContext application) {
        return JdbcClient.create(application.getBean(DataSource.class));
    }

    private static List<String> notes(JdbcClient client, String table) {
        return client.sql("select text from " + table).query(String.class).list();
    }

    private static List<Long> postmasters() {
        var data = folder().resolve("data").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .filter(process -> process.info().commandLine().orElse("").contains(data))
                .map(ProcessHandle::pid)
                .toList();
    }
}
