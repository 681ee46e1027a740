package io.watertight.boundary.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import io.watertight.testing.WholeDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class ApplicationLoginTests {

    @Autowired
    JdbcConnectionDetails connection;

    @Autowired
    WholeDatabase server;

    @Autowired
    ApplicationLogin ofTheApplication;

    @Test
    void isNotNoticedWhereItHasNoRightsOfItsOwnAndTimeouts() {
        assertThat(ofTheApplication.health().getDetails()).isEmpty();
    }

    @Test
    void isNoticedWhereItIsTheMigrators(CapturedOutput log) {
        assertThat(health("migrator", "migrator").getDetails().get("warning"))
                .asString()
                .contains("'migrator'", "owns tables");
        assertThat(log.getOut().lines().filter(it -> it.contains("WARN") && it.contains("ApplicationLogin")))
                .hasSize(1);
    }

    @Test
    void isNoticedWhereItIsASuperusers() {
        server.sql("create role almighty superuser login password 'almighty'").update();
        try {
            assertThat(health("almighty", "almighty").getDetails().get("warning"))
                    .asString()
                    .contains("'almighty'", "a superuser");
        } finally {
            server.sql("drop role almighty").update();
        }
    }

    @Test
    void isNoticedWhereItHasNoTimeouts(CapturedOutput log) {
        assertThat(health("application", "application").getDetails().get("warning"))
                .asString()
                .startsWith("Statements may wait")
                .contains("idle_in_transaction_session_timeout, lock_timeout, statement_timeout");
        assertThat(log).contains("Statements may wait");
    }

    private Health health(String name, String password) {
        ApplicationLogin login = new ApplicationLogin(JdbcClient.create(
                new DriverManagerDataSource(String.valueOf(connection.getJdbcUrl()), name, password)));
        login.run(new DefaultApplicationArguments());
        return login.health();
    }
}
