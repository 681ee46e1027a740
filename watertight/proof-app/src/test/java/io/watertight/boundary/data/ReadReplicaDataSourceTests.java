package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.AbstractDataSource;

@ExtendWith(OutputCaptureExtension.class)
class ReadReplicaDataSourceTests {

    private final Database primary = new Database();
    private final Database replica = new Database();
    private final Ticking clock = new Ticking();
    private final ReadReplicaDataSource connections = new ReadReplicaDataSource(primary, replica, clock);

    @Test
    void asksAReplicaThatIsAwayOnceAMinuteAndWarnsAsOften(CapturedOutput log) {
        replica.away = true;
        for (int request = 0; request < 3; request++) {
            assertThat(staleFrom()).isEqualTo(primary.connection);
        }
        assertThat(replica.asked).isOne();

        clock.now = clock.now.plus(Duration.ofSeconds(60));
        assertThat(staleFrom()).isEqualTo(primary.connection);
        assertThat(replica.asked).isEqualTo(2);
        assertThat(log.getOut().lines().filter(it -> it.contains("The read replica gives no connection")))
                .hasSize(2)
                .allMatch(it -> it.contains("It is away"));

        replica.away = false;
        assertThat(staleFrom()).isEqualTo(primary.connection);
        clock.now = clock.now.plus(Duration.ofSeconds(60));
        assertThat(staleFrom()).isEqualTo(replica.connection);
    }

    @Test
    void asksNoReplicaForWhatMustNotBeStale() throws SQLException {
        assertThat(connections.getConnection()).isEqualTo(primary.connection);
        assertThat(replica.asked).isZero();
    }

    private Connection staleFrom() {
        List<Connection> taken = new ArrayList<>();
        ReadReplicaDataSource.beginStale(() -> {
            try {
                taken.add(connections.getConnection());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        return taken.getFirst();
    }

    private static final class Database extends AbstractDataSource {

        private final Connection connection = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "a connection";
                });

        private boolean away;
        private int asked;

        @Override
        public Connection getConnection() throws SQLException {
            asked++;
            if (away) {
                throw new SQLException("It is away");
            }
            return connection;
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }

    private static final class Ticking extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
