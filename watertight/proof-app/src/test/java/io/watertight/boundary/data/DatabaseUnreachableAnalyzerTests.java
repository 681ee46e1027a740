package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.mock.env.MockEnvironment;

@PlatformTest
class DatabaseUnreachableAnalyzerTests {

    private final JdbcConnectionDetails database;

    DatabaseUnreachableAnalyzerTests(@Autowired JdbcConnectionDetails database) {
        this.database = database;
    }

    @Test
    void saysThatNothingAnswers() throws IOException {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = socket.getLocalPort();
        }
        String url = "jdbc:postgresql://localhost:%d/shop".formatted(closedPort);

        assertThat(descriptionOf(failureAt(url), url))
                .isEqualTo("The database at %s cannot be reached: nothing listens on that port.".formatted(url));
    }

    @Test
    void leavesToOthersWhatTheyHaveExplained() {
        var explained = new FailureAnalyzedException(
                "The embedded PostgreSQL did not start.", "See its log.", new SQLException("refused", "08001"));

        assertThat(new DatabaseUnreachableAnalyzer(new MockEnvironment()).analyze(new IllegalStateException(explained)))
                .isNull();
    }

    @Test
    void saysThatTheHostIsNotKnown() {
        String url = "jdbc:postgresql://nowhere.invalid:5432/shop";

        assertThat(descriptionOf(failureAt(url), url))
                .isEqualTo("The database at %s cannot be reached: its host is unknown.".formatted(url));
    }

    @Test
    void saysThatNothingAnswersInTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:%d/shop".formatted(silent.getLocalPort());

            assertThat(descriptionOf(failureAt(url + "?connectTimeout=1&loginTimeout=1&socketTimeout=1"), url))
                    .startsWith("The database at %s cannot be reached: ".formatted(url))
                    .matches("[^.]*(\\.\\d+)*[^.]*\\.");
        }
    }

    @Test
    void saysThatTheServerHasNoSuchDatabase() {
        String url = database.getJdbcUrl() + "_of_another";

        assertThat(descriptionOf(failureAt(url), url))
                .isEqualTo("The server at %s responds, but has no such database.".formatted(url));
    }

    @Test
    void saysThatTheLoginIsNotKnown() {
        String url = database.getJdbcUrl();

        assertThat(descriptionOf(failureAt(url + "?user=nobody&password=secret"), url))
                .startsWith("The database at %s refuses the login: FATAL: ".formatted(url))
                .contains("nobody")
                .endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "28P01, 'FATAL: password authentication failed for user \"application\"',"
                + " 'The database at jdbc:db refuses the login: FATAL: password authentication failed for user \"application\".'",
        "57P03, FATAL: the database system is starting up,"
                + " The database at jdbc:db cannot be reached: FATAL: the database system is starting up.",
        "08006, An I/O error occurred.,The database at jdbc:db cannot be reached: An I/O error occurred."
    })
    void saysWhatTheDatabaseSays(String state, String message, String description) {
        assertThat(descriptionOf(new SQLException(message, state), "jdbc:db?password=secret"))
                .isEqualTo(description);
    }

    @Test
    void saysThatAPoolerRefusesTheSettings() {
        FailureAnalysis analysis =
                analyze(new SQLException("FATAL: unsupported startup parameter: options", "08P01"), "jdbc:db");

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).startsWith("A connection pooler at jdbc:db refuses the settings");
        assertThat(analysis.getAction())
                .contains("ignore_startup_parameters = options", "docs/production.md")
                .doesNotContain("Start PostgreSQL");
    }

    @Test
    void hasNothingToSayOfOtherFailures() {
        assertThat(analyze(new SQLException("ERROR: syntax error", "42601"), "jdbc:db"))
                .isNull();
        assertThat(analyze(new SQLException("No state"), "jdbc:db")).isNull();
    }

    private static String descriptionOf(SQLException failure, String url) {
        FailureAnalysis analysis = analyze(failure, url);
        assertThat(analysis).isNotNull();
        assertThat(analysis.getAction()).isNotBlank();
        return analysis.getDescription();
    }

    private static @Nullable FailureAnalysis analyze(SQLException failure, String url) {
        return new DatabaseUnreachableAnalyzer(new MockEnvironment().withProperty("spring.datasource.url", url))
                .analyze(new IllegalStateException(new FlywayException("Unable to obtain connection", failure)));
    }

    private SQLException failureAt(String url) {
        String login =
                url.contains("user=") ? "" : (url.contains("?") ? "&" : "?") + "user=application&password=application";
        try (var _ = DriverManager.getConnection(url + login)) {
            throw new AssertionError("Connected to " + url);
        } catch (SQLException e) {
            return e;
        }
    }
}
