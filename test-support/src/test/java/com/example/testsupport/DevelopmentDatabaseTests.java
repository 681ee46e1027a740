package com.example.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class DevelopmentDatabaseTests {

    @TempDir
    private Path checkout;

    @Test
    void keepsItsDataFromOneStartToTheNext(CapturedOutput output) {
        try (var application = DevelopmentDatabaseProgram.run(folder())) {
            var client = DevelopmentDatabaseProgram.client(application);
            client.sql("insert into note (text) values ('kept')").update();
            assertThat(settings(client)).containsExactly("fsync=on", "full_page_writes=on", "synchronous_commit=on");
            assertThat(client.sql("select session_user").query(String.class).single())
                    .isEqualTo("shop_app");
        }
        assertThat(output).containsSubsequence("Shutdown completed", "shut down postmaster");
        assertThat(postmasters()).isEmpty();

        try (var application = DevelopmentDatabaseProgram.run(folder())) {
            assertThat(notes(DevelopmentDatabaseProgram.client(application))).containsExactly("kept");
        }
    }

    @Test
    void takesOverWhatAKilledJvmLeftRunning() throws Exception {
        DevelopmentDatabaseProgram.start(folder(), "committed").kill();
        assertThat(postmasters()).hasSize(1);
        var leftBehind = postmasters();

        try (var application = DevelopmentDatabaseProgram.run(folder())) {
            assertThat(notes(DevelopmentDatabaseProgram.client(application))).containsExactly("committed");
            assertThat(postmasters()).hasSize(1).doesNotContainAnyElementsOf(leftBehind);
        }
    }

    @Test
    void belongsToOneJvmAtATimeAndStopsWithIt(CapturedOutput output) throws Exception {
        var program = DevelopmentDatabaseProgram.start(folder(), "theirs");

        assertThatException().isThrownBy(() -> DevelopmentDatabaseProgram.run(folder()));
        assertThat(output).contains("Another running application uses the development database in " + folder());
        assertThat(postmasters()).hasSize(1);

        program.end();
        assertThat(postmasters()).isEmpty();
    }

    @Test
    void refusesDataOfAnotherMajorVersion(CapturedOutput output) throws IOException {
        var version = Files.createDirectories(folder().resolve("data")).resolve("PG_VERSION");
        Files.writeString(version, "17\n");

        assertThatException().isThrownBy(() -> DevelopmentDatabaseProgram.run(folder()));

        assertThat(output)
                .containsSubsequence(
                        "Description:",
                        "The development database in %s was written by PostgreSQL 17, and this is PostgreSQL 18."
                                .formatted(folder()),
                        "Action:",
                        "Move the folder away");
        assertThat(version).exists();
    }

    @Test
    void startsAnewWhereTheFirstStartWasInterrupted() throws IOException {
        var data = Files.createDirectories(folder().resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.writeString(data.resolve("postgresql.conf"), "");

        try (var server = DevelopmentServer.start(folder())) {
            assertThat(server.jdbcUrl()).endsWith("/shop");
        }
    }

    @Test
    void isNotMisledByTheProcessNumberOfAnotherProgram() throws IOException {
        DevelopmentServer.start(folder()).close();
        Files.writeString(
                folder().resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        try (var server = DevelopmentServer.start(folder())) {
            assertThat(server.jdbcUrl()).endsWith("/shop");
        }
    }

    private Path folder() {
        return checkout.resolve("with a space/.postgres");
    }

    private List<Long> postmasters() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(folder().resolve("data").toString()))
                        .isPresent())
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.contains("postgres"))
                        .isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static List<String> notes(JdbcClient client) {
        return client.sql("select text from note").query(String.class).list();
    }

    private static List<String> settings(JdbcClient client) {
        return client.sql("""
                        select name || '=' || setting from pg_settings
                        where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name
                        """).query(String.class).list();
    }
}
