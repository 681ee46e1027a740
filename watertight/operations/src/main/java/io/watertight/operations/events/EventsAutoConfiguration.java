package io.watertight.operations.events;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.watertight.api.AuditTrail;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;

/** Failed listeners are tried again, a limited number of times, by one instance at a time. */
@AutoConfiguration
@EnableScheduling
@EnableSchedulerLock(defaultLockAtMostFor = "10m")
@EnableConfigurationProperties(EventsProperties.class)
class EventsAutoConfiguration {

    @Bean
    LockProvider schedulerLocks(DataSource dataSource) {
        return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(dataSource))
                .withTableName("events.shedlock")
                .usingDbTime()
                .build());
    }

    @Bean
    RegistryUpkeep registryUpkeep(
            FailedEventPublications failed,
            CompletedEventPublications completed,
            EventsProperties properties,
            AuditTrail audit) {
        return new RegistryUpkeep(failed, completed, properties, audit);
    }

    @Bean
    PublicationLog publicationLog(JdbcClient jdbc) {
        return new PublicationLog(jdbc);
    }

    @Bean
    FailureLog failureLog(JdbcClient jdbc, EventSerializer serializer, PlatformTransactionManager transactions) {
        return new FailureLog(jdbc, serializer, transactions);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static FailureAdvisor failureAdvisor(ObjectProvider<FailureLog> failures) {
        return new FailureAdvisor(failures);
    }

    @Bean
    @ConditionalOnWebApplication
    EventsController eventsController(PublicationLog publications, RegistryUpkeep upkeep) {
        return new EventsController(publications, upkeep);
    }

    @Bean
    MeterBinder publicationGauges(PublicationLog publications) {
        return new PublicationGauges(publications);
    }

    @Bean
    @ConditionalOnAvailableEndpoint
    EventPublicationsEndpoint eventPublicationsEndpoint(PublicationLog publications, RegistryUpkeep upkeep) {
        return new EventPublicationsEndpoint(publications, upkeep);
    }
}
