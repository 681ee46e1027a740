package io.watertight.boundary.data;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.Ordered;

/**
 * Adds a pool of connections to a read replica to the application's DataSource, with the settings of the application's own pool. It
 * connects when it is first used, so the application also starts without the replica.
 */
class ReadReplica implements BeanPostProcessor, Ordered, DisposableBean {

    private static final String DATA_SOURCE = "dataSource";

    private final Settings settings;
    private final HikariDataSource pool = new HikariDataSource();

    ReadReplica(Settings settings) {
        this.settings = settings;
    }

    /** Inside the wrappers that set roles and watch connections, so that both apply to the replica, too. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 2;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!name.equals(DATA_SOURCE) || !(bean instanceof DataSource primary)) {
            return bean;
        }
        try {
            configureLike(primary.unwrap(HikariDataSource.class));
        } catch (SQLException e) {
            throw new BeanCreationException(name, "A read replica needs a HikariCP pool", e);
        }
        return new ReadReplicaDataSource(primary, pool, Clock.systemUTC());
    }

    private void configureLike(HikariDataSource primary) {
        primary.copyStateTo(pool);
        pool.setJdbcUrl(settings.url());
        pool.setUsername(Optional.ofNullable(settings.username()).orElseGet(primary::getUsername));
        pool.setPassword(Optional.ofNullable(settings.password()).orElseGet(primary::getPassword));
        pool.setMaximumPoolSize(settings.maximumPoolSize());
        pool.setMinimumIdle(0);
        pool.setPoolName("read-replica");
        pool.setInitializationFailTimeout(-1);
    }

    @Override
    public void destroy() {
        pool.close();
    }

    /**
     * {@code watertight.read-replica}.
     *
     * @param url the JDBC URL
     * @param username if {@code null}, the login and password of the application
     */
    record Settings(
            String url,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("8") int maximumPoolSize) {}
}
