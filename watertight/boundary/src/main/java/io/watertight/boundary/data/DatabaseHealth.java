package io.watertight.boundary.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reports whether the database responds. It checks once a second over a separate connection, so that probes need none, and an
 * exhausted pool does not look like a lost database. What waits for a database that has stopped responding fails within three
 * seconds, however long statements may run while it does respond.
 */
@Component("dbHealthContributor")
class DatabaseHealth implements HealthIndicator, InitializingBean, DisposableBean {

    private static final int PATIENCE_SECONDS = 1;

    /** A database that cannot be reached fails sooner, and what waits for it fails too. */
    private static final Duration SILENCE = Duration.ofMillis(900);

    private static final Duration OUTDATED = Duration.ofSeconds(10);

    private final JdbcConnectionDetails database;
    private final ConnectionsInUse connections;
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable Connection connection;
    private volatile State latest = new State(false, "It has not been checked yet", Instant.EPOCH);

    DatabaseHealth(JdbcConnectionDetails database, ConnectionsInUse connections) {
        this.database = database;
        this.connections = connections;
    }

    @Override
    public void afterPropertiesSet() {
        ask();
    }

    /** At a fixed rate, each in a thread of its own: with a fixed delay, it would wait for other jobs that wait for the database. */
    @Scheduled(fixedRateString = "1s")
    void ask() {
        if (!asking.tryLock()) {
            return;
        }
        try {
            Instant asked = Instant.now();
            boolean silent = isSilent();
            // Asked twice: a machine under load may be late once.
            if (silent && isSilent()) {
                connections.abortThoseTakenBefore(asked);
            }
        } finally {
            asking.unlock();
        }
    }

    private boolean isSilent() {
        Instant asked = Instant.now();
        latest = answer();
        return !latest.answers() && asked.plus(SILENCE).isBefore(latest.at());
    }

    private State answer() {
        try {
            if (connection == null) {
                connection = connect();
            }
            return connection.isValid(PATIENCE_SECONDS)
                    ? new State(true, "", Instant.now())
                    : disconnected("The database is not responding");
        } catch (SQLException e) {
            return disconnected(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Health health() {
        State state = latest;
        if (state.at().isBefore(Instant.now().minus(OUTDATED))) {
            return Health.down()
                    .withDetail("reason", "The database has not been checked for a while")
                    .build();
        }
        return state.answers()
                ? Health.up().build()
                : Health.down().withDetail("reason", state.reason()).build();
    }

    private Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("ApplicationName", "health");
        for (String timeout : List.of("connectTimeout", "loginTimeout", "socketTimeout")) {
            settings.setProperty(timeout, String.valueOf(PATIENCE_SECONDS));
        }
        DriverManagerDataSource server = new DriverManagerDataSource(database.getJdbcUrl(), settings);
        server.setUsername(database.getUsername());
        server.setPassword(database.getPassword());
        return server.getConnection();
    }

    private State disconnected(String reason) {
        close();
        return new State(false, reason, Instant.now());
    }

    private void close() {
        JdbcUtils.closeConnection(connection);
        connection = null;
    }

    @Override
    public void destroy() {
        asking.lock();
        try {
            close();
        } finally {
            asking.unlock();
        }
    }

    private record State(boolean answers, String reason, Instant at) {}
}
