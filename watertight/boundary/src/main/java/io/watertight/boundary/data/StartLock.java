package io.watertight.boundary.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Lets one instance at a time do its start-up work, such as importing demo data. It is a PostgreSQL lock in a transaction that
 * lasts until the instance is ready, so an instance that dies or loses the connection releases it.
 */
class StartLock implements ApplicationListener<ApplicationFailedEvent> {

    private static final long LOCK = 0x7374617274L;

    private final DataSource dataSource;
    private @Nullable Connection holder;

    StartLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    void take() {
        try {
            holder = dataSource.getConnection();
            holder.setAutoCommit(false);
            // Another instance may take long, and so may this one: no timeouts.
            holder.setNetworkTimeout(Runnable::run, 0);
            try (Statement statement = holder.createStatement()) {
                statement.execute("""
                        set local lock_timeout = 0;
                        set local statement_timeout = 0;
                        set local idle_in_transaction_session_timeout = 0;
                        select pg_advisory_xact_lock(%s)""".formatted(LOCK));
            }
        } catch (SQLException e) {
            giveBack();
            throw new DataAccessResourceFailureException("The lock for start-up work could not be acquired", e);
        }
    }

    /** An {@code @EventListener} would need the context, which a failed start has closed. */
    @Override
    public void onApplicationEvent(ApplicationFailedEvent event) {
        giveBack();
    }

    @EventListener(ApplicationReadyEvent.class)
    void giveBack() {
        if (holder == null) {
            return;
        }
        try (Connection connection = holder) {
            holder = null;
            connection.rollback();
        } catch (SQLException e) {
            // The lock is released with the connection.
        }
    }
}
