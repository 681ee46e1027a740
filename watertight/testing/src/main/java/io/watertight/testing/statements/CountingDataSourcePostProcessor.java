package io.watertight.testing.statements;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.NoOpQueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.PriorityOrdered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Wraps the DataSource directly in a counting proxy, so that it sees what other wrappers add. */
final class CountingDataSourcePostProcessor implements BeanPostProcessor, PriorityOrdered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof DataSource dataSource && !counts(dataSource)) {
            return ProxyDataSourceBuilder.create(new UncountedConnecting(dataSource))
                    .listener(new Listener())
                    .build();
        }
        return bean;
    }

    /** A DataSource that delegates to a counted one would count everything twice. */
    private static boolean counts(DataSource dataSource) {
        try {
            return dataSource.isWrapperFor(ProxyDataSource.class);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether the pool tests a connection that it hands out depends on the time it was idle. */
    private static final class UncountedConnecting extends DelegatingDataSource {

        UncountedConnecting(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            try (var _ = Recording.pause()) {
                return super.getConnection();
            }
        }
    }

    private static final class Listener extends NoOpQueryExecutionListener {

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            var sql = queries.stream()
                    .map(QueryInfo::getQuery)
                    .map(RoleStatements::withoutRole)
                    .distinct()
                    .collect(Collectors.joining("; "));
            var setsOnlyRole = queries.stream().map(QueryInfo::getQuery).allMatch(RoleStatements::matches);
            Recording.executed(
                    execution.isBatch() ? "%s [batch of %s]".formatted(sql, execution.getBatchSize()) : sql,
                    setsOnlyRole);
        }
    }
}
