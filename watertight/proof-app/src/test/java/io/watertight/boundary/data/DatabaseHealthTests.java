package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watertight.proof.PlatformTest;
import java.net.ServerSocket;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.test.web.servlet.client.RestTestClient;

@PlatformTest
class DatabaseHealthTests {

    private static final String NOBODY_THERE = "jdbc:postgresql://localhost:1/nowhere";

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
        DatabaseHealth health = new DatabaseHealth(switched, new ConnectionsInUse());
        try {
            switched.url = NOBODY_THERE;
            health.ask();
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            switched.url = database.getJdbcUrl();
            health.ask();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        } finally {
            health.destroy();
        }
    }

    @Test
    void endsWhatWaitsForADatabaseThatIsSilentButNotForOneThatRefuses() throws Exception {
        ConnectionsInUse inUse = new ConnectionsInUse();
        DataSource watched = (DataSource) inUse.postProcessAfterInitialization(dataSource, "watched");
        Switchable switched = new Switchable(database);
        DatabaseHealth health = new DatabaseHealth(switched, inUse);
        Connection connection = watched.getConnection();
        try (ServerSocket silent = new ServerSocket(0)) {
            switched.url = NOBODY_THERE;
            health.ask();
            assertThat(connection.isValid(1)).isTrue();
            switched.url = "jdbc:postgresql://localhost:%s/silent".formatted(silent.getLocalPort());
            health.ask();
            await().until(() -> !connection.isValid(1));
        } finally {
            JdbcUtils.closeConnection(connection);
            health.destroy();
        }
    }

    private static final class Switchable implements JdbcConnectionDetails {

        private final JdbcConnectionDetails database;
        private String url;

        Switchable(JdbcConnectionDetails database) {
            this.database = database;
            this.url = database.getJdbcUrl();
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
            return url;
        }
    }
}
