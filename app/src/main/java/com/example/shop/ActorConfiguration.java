package com.example.shop;

import com.example.shop.kernel.CurrentActor;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskDecorator;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Tells the modules who is at work. Whatever is nobody's request is the shop's own only where that is said here: listeners and
 * jobs, by way of their executors, and what runs at the start. On any other thread nobody is at work.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
class ActorConfiguration {

    @Bean
    CurrentActor currentActor(SecurityProperties properties) {
        return new SecurityContextActor(properties);
    }

    /** Of the executor of listeners and of the scheduler of jobs; streamed answers have another one. */
    @Bean
    TaskDecorator workOfTheShopItself() {
        return task -> () -> SystemAuthentication.run(task);
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void beginRunners() {
        SystemAuthentication.begin();
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void endRunners() {
        SecurityContextHolder.clearContext();
    }

    /** An {@code @EventListener} would need the context, which has never come up where the start fails early. */
    @Bean
    static ApplicationListener<ApplicationFailedEvent> endOfFailedStart() {
        return new ApplicationListener<>() {
            @Override
            public void onApplicationEvent(ApplicationFailedEvent event) {
                SecurityContextHolder.clearContext();
            }
        };
    }
}
