package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class ConnectionSettingsTests {

    private final JdbcClient application;

    ConnectionSettingsTests(@Autowired JdbcClient application) {
        this.application = application;
    }

    @ParameterizedTest
    @CsvSource({
        "lock_timeout, 10s",
        "statement_timeout, 1min",
        "idle_in_transaction_session_timeout, 2min",
        "application_name, test-application"
    })
    void holdForEachPooledConnection(String setting, String value) {
        assertThat(application.sql("show " + setting).query(String.class).single())
                .isEqualTo(value);
    }
}
