package com.example.shop;

import com.example.shop.kernel.CurrentActor;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskDecorator;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells the modules who is at work. Whatever is nobody's request is the shop's own only where that is said here: listeners, jobs,
 * and what runs at the start. On any other thread it is the caller who sent the work there, or nobody.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
class ActorConfiguration {

    @Bean
    CurrentActor currentActor(SecurityProperties properties) {
        return new SecurityContextActor(properties);
    }

    /** What a request has another thread do is done for the one who sent the request. */
    @Bean
    TaskDecorator workOfTheCaller() {
        return DelegatingSecurityContextRunnable::new;
    }

    /** A job is nobody's, whoever has scheduled it. */
    @Bean
    SimpleAsyncTaskSchedulerCustomizer jobsOfTheShopItself() {
        return scheduler -> scheduler.setTaskDecorator(SystemAuthentication::working);
    }

    /** The same for a scheduler without virtual threads. */
    @Bean
    ThreadPoolTaskSchedulerCustomizer pooledJobsOfTheShopItself() {
        return scheduler -> scheduler.setTaskDecorator(SystemAuthentication::working);
    }

    /** A listener acts on what has happened, maybe days later, when nobody knows any more what the caller might do. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor listenersOfTheShopItself() {
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(
                new AnnotationMatchingPointcut(null, TransactionalEventListener.class, true),
                (MethodInterceptor) SystemAuthentication::proceed);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void beginRunners() {
        SystemAuthentication.begin();
    }

    @EventListener({ApplicationReadyEvent.class, ApplicationFailedEvent.class})
    @Order(Ordered.LOWEST_PRECEDENCE)
    void endRunners() {
        SecurityContextHolder.clearContext();
    }
}
