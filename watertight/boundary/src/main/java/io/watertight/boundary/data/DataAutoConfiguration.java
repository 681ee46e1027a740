package io.watertight.boundary.data;

import io.watertight.api.LocalModules;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.modulith.runtime.flyway.MigrationFilter;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Configures instants with PostgreSQL's precision, exceptions with PostgreSQL's meaning, the toolkit's own migrations, and
 * limits on waiting for PostgreSQL, so that a locked row or a lost database does not block all requests.
 */
@AutoConfiguration(
        before = {
            DataJdbcRepositoriesAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            DataSourceHealthContributorAutoConfiguration.class,
            FlywayAutoConfiguration.class
        })
@EnableScheduling
@Import({
    ChangedMigrations.class,
    CommandBulkheads.class,
    ConnectionsInUse.class,
    DatabaseHealth.class,
    RequiredPostgresVersion.class,
    StartLock.class
})
class DataAutoConfiguration {

    private static final int UNCOUNTED = 2;
    private static final int FEWEST_FOR_REQUESTS = 4;

    /** With PostgreSQL's precision, so that an instant in a response equals the one that is read later. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Bean
    @ConditionalOnProperty(name = "spring.context.exit", havingValue = "onRefresh")
    static NoDatabase noDatabase() {
        return new NoDatabase();
    }

    @Bean
    @ConditionalOnExpression("!environment.getProperty('watertight.read-replica.url', '').isEmpty()")
    @ConditionalOnMissingBean(NoDatabase.class)
    static ReadReplica readReplica(Environment environment) {
        return new ReadReplica(Binder.get(environment)
                .bind("watertight.read-replica", ReadReplica.Settings.class)
                .get());
    }

    @Bean
    @ConditionalOnMissingBean
    JdbcMappingContext jdbcMappingContext(JdbcCustomConversions conversions, RelationalManagedTypes types) {
        return new ValueMappingContext(conversions, types);
    }

    /** Spring's default translator does not know PostgreSQL's lock timeout and treats it as a programming error. */
    @Bean
    SQLExceptionTranslator postgresExceptions() {
        return new SQLErrorCodeSQLExceptionTranslator("PostgreSQL");
    }

    /** Replaces Spring Boot's initializer, which supports one strategy only. */
    @Bean
    @ConditionalOnBooleanProperty(name = "spring.flyway.enabled", matchIfMissing = true)
    FlywayMigrationInitializer flywayInitializer(
            Flyway flyway,
            ObjectProvider<FlywayMigrationStrategy> application,
            ObjectProvider<ApplicationModuleIdentifiers> modules,
            LocalModules local,
            JdbcConnectionDetails database,
            @Value("${watertight.data.dry-run:false}") boolean dry,
            @Value("${" + MigratedElsewhere.SETTING + ":true}") boolean migrate) {
        Supplier<MigrationParts> parts = () -> new MigrationParts(modules.getObject(), local);
        return new FlywayMigrationInitializer(
                flyway,
                dry
                        ? new PendingMigrations(parts.get(), System.out)
                        : migrate
                                ? new ToolkitMigrations(application.getIfAvailable(() -> Flyway::migrate))
                                : new MigratedElsewhere(parts.get(), database));
    }

    /** The migrations of a module run where it runs; those of the application and of the toolkit everywhere. */
    @Bean
    MigrationFilter migrationsOfLocalModules(LocalModules local) {
        return (module, _) ->
                local.contains(module.toString()) || module.toString().equals(MigrationParts.ROOT);
    }

    /** Leaves a few connections to work without its transactions: meters, operations pages, start-up jobs. */
    @Bean
    BulkheadTransactionManager transactionManager(
            DataSource dataSource,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int connections,
            @Value("${watertight.events.concurrency:8}") int listeners) {
        int others = connections - listeners - UNCOUNTED;
        if (others < FEWEST_FOR_REQUESTS) {
            throw new InvalidConfigurationPropertyValueException(
                    "spring.datasource.hikari.maximum-pool-size",
                    connections,
                    "Listeners need %s of these connections and other work %s, so too few are left for requests: set at least %s, or a smaller watertight.events.concurrency."
                            .formatted(listeners, UNCOUNTED, listeners + UNCOUNTED + FEWEST_FOR_REQUESTS));
        }
        return new BulkheadTransactionManager(dataSource, others);
    }

    @Bean
    SimpleAsyncTaskSchedulerCustomizer jobErrors() {
        return scheduler -> scheduler.setErrorHandler(new JobErrors());
    }

    /** The same for a scheduler without virtual threads. */
    @Bean
    ThreadPoolTaskSchedulerCustomizer pooledJobErrors() {
        return scheduler -> scheduler.setErrorHandler(new JobErrors());
    }
}
