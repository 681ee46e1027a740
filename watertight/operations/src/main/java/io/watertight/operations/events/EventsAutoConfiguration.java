package io.watertight.operations.events;

import io.micrometer.observation.ObservationPredicate;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.transaction.event.TransactionalEventListener;

/** Runs listeners on their own threads, and retries failed ones a limited number of times. */
@AutoConfiguration(before = TaskExecutionAutoConfiguration.class)
@EnableSchedulerLock(defaultLockAtMostFor = "10m")
@EnableConfigurationProperties(EventsProperties.class)
@Import({
    ClaimingRegistry.class,
    EventPublicationsEndpoint.class,
    EventReader.class,
    EventsController.class,
    FailureLog.class,
    Instances.class,
    LenientEventSerializer.class,
    ListenerExecution.class,
    ModuleListeners.class,
    PublicationCounts.class,
    PublicationLog.class,
    RegistryShare.class,
    RegistryUpkeep.class
})
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
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static RegistryOutsideModules registryOutsideModules() {
        return new RegistryOutsideModules();
    }

    /** Where requests are traced: each run of a job, every second, would be a trace. */
    @Bean
    @ConditionalOnExpression("'${management.opentelemetry.tracing.export.otlp.endpoint:}' != ''")
    ObservationPredicate jobsAreNotTraced() {
        return (name, _) -> !name.equals("tasks.scheduled.execution");
    }

    @Bean
    AsyncConfigurer listenersHaveThreadsOfTheirOwn(ListenerExecution listeners) {
        return listeners.asConfigurer();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor failureAdvisor(ObjectProvider<FailureLog> failures) {
        var advisor = new DefaultPointcutAdvisor(
                new AnnotationMatchingPointcut(null, TransactionalEventListener.class, true),
                new FailureRecorder(failures));
        advisor.setOrder(FailureRecorder.AFTER_THE_EVENT_REGISTRY);
        return advisor;
    }
}
