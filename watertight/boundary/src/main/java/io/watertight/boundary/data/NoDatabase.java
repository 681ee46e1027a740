package io.watertight.boundary.data;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.PriorityOrdered;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Stands in for PostgreSQL in a start that only trains the class cache of an image (JEP 483) and ends before it needs data: it says
 * which database it is, which the configuration of some libraries asks, and refuses everything else.
 */
class NoDatabase implements BeanPostProcessor, PriorityOrdered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof DataSource ? new Unconnected() : bean;
    }

    private static final class Unconnected extends AbstractDataSource {

        @Override
        public Connection getConnection() {
            var description = answering(DatabaseMetaData.class, Map.of("getDatabaseProductName", "PostgreSQL"));
            return answering(Connection.class, Map.of("getMetaData", description, "isClosed", false, "close", false));
        }

        @Override
        public Connection getConnection(String username, String password) {
            return getConnection();
        }

        private static <T> T answering(Class<T> type, Map<String, Object> answers) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                        if (method.getDeclaringClass() == Object.class) {
                            return method.invoke(answers, arguments);
                        }
                        Object answer = answers.get(method.getName());
                        if (answer == null) {
                            throw new SQLFeatureNotSupportedException("There is no database for " + method.getName());
                        }
                        return answer;
                    }));
        }
    }
}
