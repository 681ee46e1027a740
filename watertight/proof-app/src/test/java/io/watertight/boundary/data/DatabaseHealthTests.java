package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.test.web.servlet.client.RestTestClient;

@PlatformTest
class DatabaseHealthTests {

    @Autowired
    RestTestClient http;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcConnectionDetails database;

    @Value("${spring.datasource.hikari.maximum-pool-size}")
    int connections;

    @Test
    void isToldThoughNoConnectionIsLeft() throws Exception {
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < connections - 1) {
                taken.add(dataSource.getConnection());
            }
            http.get().uri("/actuator/health").exchange().expectStatus().isOk();
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    @Test
    void isAskedAnewOnceTheDatabaseIsBack() {
        Switchable switched = new Switchable(database);
        DatabaseHealth health = new DatabaseHealth(switched);
        try {
            switched.away = true;
            health.ask();
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            switched.away = false;
            health.ask();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        } finally {
            health.destroy();
        }
    }

    private static final class Switchable implements JdbcConnectionDetails {

        private final JdbcConnectionDetails database;
        private boolean away;

        Switchable(JdbcConnectionDetails database) {
            this.database = database;
        }

        @Override
        public String getUsername() {
            return String.valueOf(database.getUsername());
        }

        @Override
        public String getPassword() {
            return String.valueOf(database.getPassword());
        }

        @Override
        public String getJdbcUrl() {
            return away ? "jdbc:postgresql://localhost:1/nowhere" : database.getJdbcUrl();
        }
    }
}
