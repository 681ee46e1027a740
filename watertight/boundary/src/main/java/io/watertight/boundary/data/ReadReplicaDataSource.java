package io.watertight.boundary.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connects to a read replica for transactions that may read stale data, and to the primary for all others. If the replica gives no
 * connection, the primary is used for a minute; then the replica is tried again.
 */
class ReadReplicaDataSource extends DelegatingDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(ReadReplicaDataSource.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final ScopedValue<Boolean> STALE = ScopedValue.newInstance();

    private final DataSource replica;
    private final Clock clock;

    /** When the replica may be tried again. */
    private final AtomicReference<Instant> usable = new AtomicReference<>(Instant.MIN);

    ReadReplicaDataSource(DataSource primary, DataSource replica, Clock clock) {
        super(primary);
        this.replica = replica;
        this.clock = clock;
    }

    static void beginStale(Runnable beginning) {
        ScopedValue.where(STALE, true).run(beginning);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Instant now = clock.instant();
        Instant from = usable.get();
        if (STALE.isBound() && !now.isBefore(from)) {
            try {
                return replica.getConnection();
            } catch (SQLException e) {
                if (usable.compareAndSet(from, now.plus(PAUSE))) {
                    LOG.warn(
                            "The read replica gives no connection; the primary is used for a minute: {}",
                            e.getMessage());
                }
            }
        }
        return super.getConnection();
    }
}
