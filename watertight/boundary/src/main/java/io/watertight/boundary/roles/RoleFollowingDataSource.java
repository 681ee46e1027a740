package io.watertight.boundary.roles;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Provides connections whose role follows the entered module. */
class RoleFollowingDataSource extends DelegatingDataSource {

    RoleFollowingDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return RoleFollowingConnection.around(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return RoleFollowingConnection.around(super.getConnection(username, password));
    }

    /** Wraps the DataSource, after and so around all other wrappers. */
    static class Wrapping implements BeanPostProcessor, Ordered {

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String beanName) {
            return bean instanceof DataSource dataSource && !(bean instanceof RoleFollowingDataSource)
                    ? new RoleFollowingDataSource(dataSource)
                    : bean;
        }
    }
}
