package io.watertight.boundary.roles;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;

/** Wraps the DataSource, after and so around all other wrappers. */
class RoleFollowingPostProcessor implements BeanPostProcessor, Ordered {

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
