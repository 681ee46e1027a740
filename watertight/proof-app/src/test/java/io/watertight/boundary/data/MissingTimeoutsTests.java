package io.watertight.boundary.data;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class MissingTimeoutsTests {

    private final JdbcConnectionDetails database;
    private final JdbcClient application;

    MissingTimeoutsTests(@Autowired JdbcConnectionDetails database, @Autowired JdbcClient application) {
        this.database = database;
        this.application = application;
    }

    @Test
    void areReportedInOneLineWhereAConnectionHasNone(CapturedOutput output) {
        JdbcClient withoutAny = JdbcClient.create(new DriverManagerDataSource(
                database.getJdbcUrl(), requireNonNull(database.getUsername()), requireNonNull(database.getPassword())));

        new MissingTimeouts(withoutAny).report();

        assertThat(output).contains("idle_in_transaction_session_timeout, lock_timeout, statement_timeout");
    }

    @Test
    void areNoneOnTheApplicationsOwnConnections(CapturedOutput output) {
        new MissingTimeouts(application).report();

        assertThat(output).doesNotContain("lock_timeout");
    }
}
