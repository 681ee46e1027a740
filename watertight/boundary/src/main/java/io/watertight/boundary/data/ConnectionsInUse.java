package io.watertight.boundary.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The connections that the application uses at this moment. A frozen server or a lost network sends no error, and a time-out
 * for every statement would be too long for a request or too short for an export; aborted, they fail at once.
 */
class ConnectionsInUse implements BeanPostProcessor, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionsInUse.class);

    /** When each was taken; also of those that were returned to the pool and not collected yet, which count as closed. */
    private final Map<Connection, Instant> taken = Collections.synchronizedMap(new WeakHashMap<>());

    /** Inside the wrapper that follows roles, which is the last. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 1;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource ? new Watched(dataSource) : bean;
    }

    /** Makes whoever waits on one of them fail at once. */
    void abortThoseTakenBefore(Instant silence) {
        List<Connection> waiting = new ArrayList<>();
        taken.forEach((connection, since) -> {
            if (since.isBefore(silence) && isOpen(connection)) {
                waiting.add(connection);
            }
        });
        if (!waiting.isEmpty()) {
            LOG.warn("The database is not responding; {} connections in use are closed", waiting.size());
            waiting.forEach(ConnectionsInUse::abort);
        }
    }

    private static boolean isOpen(Connection connection) {
        try {
            return !connection.isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Thread::startVirtualThread);
        } catch (SQLException e) {
            LOG.debug("A connection could not be aborted", e);
        }
    }

    private final class Watched extends DelegatingDataSource {

        Watched(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            taken.put(connection, Instant.now());
            return connection;
        }
    }
}
