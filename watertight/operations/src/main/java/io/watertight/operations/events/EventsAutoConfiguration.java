package io.watertight.operations.events;

import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import io.watertight.api.AuditTrail;
import io.watertight.boundary.ModulePlacement;
import io.watertight.boundary.Modules;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Role;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Runs listeners on their own threads, and retries failed ones a limited number of times. */
@AutoConfiguration(before = TaskExecutionAutoConfiguration.class)
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
    ListenerExecution listenerExecution(
            EventsProperties properties,
            ObjectProvider<TaskDecorator> decorators,
            ObjectProvider<ObservationRegistry> observations) {
        return new ListenerExecution(
                properties,
                new CompositeTaskDecorator(decorators.orderedStream().toList()),
                observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    AsyncConfigurer listenersHaveThreadsOfTheirOwn(ListenerExecution listeners) {
        return listeners.asConfigurer();
    }

    @Bean
    Instances instances(JdbcClient jdbc, EventsProperties properties) {
        return new Instances(jdbc, properties);
    }

    @Bean
    @Primary
    EventSerializer lenientEventSerializer(JsonMapper json) {
        return new LenientEventSerializer(json);
    }

    @Bean
    EventReader eventReader(EventSerializer serializer, AbstractApplicationContext application) {
        return new EventReader(serializer, application);
    }

    @Bean
    @Primary
    EventPublicationRepository claimingRegistry(
            @Qualifier("jdbcEventPublicationRepository") EventPublicationRepository registry,
            JdbcClient jdbc,
            EventReader reader,
            AbstractApplicationContext application,
            FailureLog failures,
            EventsProperties properties,
            RegistryShare share,
            PlatformTransactionManager transactions,
            Instances instances) {
        return new ClaimingRegistry(
                registry, jdbc, reader, failures, properties, share, application, transactions, instances.self());
    }

    @Bean
    ModuleListeners moduleListeners(
            ConfigurableListableBeanFactory beans, Modules modules, ObjectProvider<ModulePlacement> placement) {
        return new ModuleListeners(beans, modules, placement);
    }

    @Bean
    RegistryShare registryShare(Modules modules, ModuleListeners listeners, ObjectProvider<ModulePlacement> placement) {
        return new RegistryShare(modules, listeners, placement);
    }

    @Bean
    RegistryUpkeep registryUpkeep(
            FailedEventPublications failed,
            CompletedEventPublications completed,
            PublicationLog publications,
            Instances instances,
            ListenerExecution listeners,
            EventsProperties properties,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        return new RegistryUpkeep(
                failed,
                completed,
                publications,
                instances,
                listeners,
                properties,
                audit,
                new TransactionTemplate(transactions));
    }

    @Bean
    PublicationLog publicationLog(JdbcClient jdbc, RegistryShare share) {
        return new PublicationLog(jdbc, share);
    }

    @Bean
    FailureLog failureLog(JdbcClient jdbc, EventSerializer serializer, PlatformTransactionManager transactions) {
        return new FailureLog(jdbc, serializer, transactions);
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

    @Bean
    @ConditionalOnWebApplication
    EventsController eventsController(PublicationLog publications, RegistryUpkeep upkeep, Modules modules) {
        return new EventsController(publications, upkeep, modules);
    }

    @Bean("eventsHealthIndicator")
    PublicationCounts publicationCounts(PublicationLog publications) {
        return new PublicationCounts(publications);
    }

    @Bean
    @ConditionalOnAvailableEndpoint
    EventPublicationsEndpoint eventPublicationsEndpoint(PublicationLog publications, RegistryUpkeep upkeep) {
        return new EventPublicationsEndpoint(publications, upkeep);
    }
}
