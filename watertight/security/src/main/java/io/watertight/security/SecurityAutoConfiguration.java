package io.watertight.security;

import io.watertight.api.CurrentActor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.task.TaskDecorator;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the modules who is at work. Whatever is nobody's request is the shop's own only where that is said here: listeners and
 * jobs, by way of their executors, and what runs at the start. On any other thread nobody is at work.
 */
@AutoConfiguration
@EnableConfigurationProperties(SecurityProperties.class)
class SecurityAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
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

    @EventListener({ApplicationReadyEvent.class, ApplicationFailedEvent.class})
    @Order(Ordered.LOWEST_PRECEDENCE)
    void endRunners() {
        SecurityContextHolder.clearContext();
    }

    /** What only requests need. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Web {

        private static final String SWAGGER_UI = "/swagger-ui/**";

        @Bean
        @ConditionalOnMissingBean
        SecurityMode securityMode(
                Environment environment,
                ObjectProvider<JwtDecoder> tokens,
                ObjectProvider<UserDetailsService> accounts) {
            return new SecurityMode(environment, tokens, accounts);
        }

        @Bean
        @ConditionalOnMissingBean
        Refusals refusals(
                @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors,
                ObjectProvider<PageFrame> frame,
                JsonMapper json) {
            return new Refusals(errors, frame, json);
        }

        /** Around all filters, because some of them refuse a request before the lock has seen it. */
        @Bean
        @ConditionalOnMissingBean(name = "securityHeaders")
        FilterRegistrationBean<HeaderWriterFilter> securityHeaders() {
            FilterRegistrationBean<HeaderWriterFilter> filter =
                    new FilterRegistrationBean<>(new HeaderWriterFilter(SecurityHeaders.writers(SWAGGER_UI)));
            // After the one that reads what a proxy says: whether the way to the browser is encrypted.
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
            return filter;
        }
    }
}
