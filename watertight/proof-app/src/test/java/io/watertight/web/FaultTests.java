package io.watertight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class FaultTests {

    private final PlainHttp http;
    private final DataSource database;

    FaultTests(@LocalServerPort int port, @Autowired DataSource database) {
        this.http = new PlainHttp(port);
        this.database = database;
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID, 400",
        "NOT_FOUND, 404",
        "CONFLICT, 409",
        "STALE, 412",
        "UNPROCESSABLE, 422",
        "UNAVAILABLE, 503"
    })
    void aRefusalIsToldWithItsFieldsAndExtensions(String kind, int status) {
        Answer answer = http.get("/faults/refused/" + kind);

        assertThat(answer)
                .isProblem(status, "shelf-is-full")
                .namesFields("lines[3].sku")
                .hasDetail("The shelf is full.")
                .hasInstance("/faults/refused/" + kind);
        assertThat(answer.body()).contains("\"title\":\"Shelf is full\"", "\"left\":[{\"sku\":\"a\",\"quantity\":1}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exception", "error", "unwritable", "wrong-sql"})
    void aFaultIsLoggedAndTellsNothingOfTheInside(String fault, CapturedOutput log) {
        assertThat(http.get("/faults/" + fault))
                .isProblem(500, "internal-error")
                .namesFields()
                .hasInstance("/faults/" + fault);
        assertThat(log).contains("A request failed unexpectedly");
    }

    @Test
    void aFaultBeforeTheControllerIsNoDifferent() {
        assertThat(http.get("/faults/filter")).isProblem(500, "internal-error").hasInstance("/faults/filter");
    }

    @Test
    void aChangeThatWasOvertakenIsAConflict() {
        assertThat(http.get("/faults/overtaken")).isProblem(409, "concurrent-change");
    }

    @Test
    void aCharacterThatTheDatabaseRefusesIsTheClientsFault() {
        assertThat(http.get("/faults/nul")).isProblem(400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "cut-off"})
    void aDatabaseThatDoesNotAnswerIsToBeAskedAgain(String fault, CapturedOutput log) {
        assertThat(http.get("/faults/" + fault))
                .isProblem(503, "temporarily-unavailable")
                .hasHeader("Retry-After", "2");
        assertThat(log).contains("The database did not answer in time");
    }

    @Test
    void aLockThatIsNotHadInTimeIsToBeAskedForAgain() throws SQLException {
        try (Connection other = database.getConnection();
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(1)");

            assertThat(http.get("/faults/locked"))
                    .isProblem(503, "temporarily-unavailable")
                    .hasHeader("Retry-After", "2");

            statement.execute("select pg_advisory_unlock_all()");
        }
        assertThat(http.get("/faults/locked").status()).isEqualTo(200);
    }

    @Test
    void aPoolWithoutAConnectionLeftIsToBeAskedAgain() throws SQLException {
        List<Connection> all = takeAllConnections();
        try {
            for (String address : List.of("/faults/query", "/faults/transaction")) {
                assertThat(http.get(address))
                        .isProblem(503, "temporarily-unavailable")
                        .hasHeader("Retry-After", "2");
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        assertThat(http.get("/faults/query")).isOk("1");
    }

    private List<Connection> takeAllConnections() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        while (true) {
            try {
                taken.add(database.getConnection());
            } catch (SQLException e) {
                return taken;
            }
        }
    }
}
