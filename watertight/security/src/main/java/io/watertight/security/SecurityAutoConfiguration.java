package io.watertight.security;

import io.watertight.api.CurrentActor;
import io.watertight.security.SecurityProperties.Sessions;
import io.watertight.security.accounts.AccountsProperties;
import io.watertight.web.pages.PageFrame;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.Filter;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.task.TaskDecorator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Provides the current actor and the parts of the filter chain. Listeners, jobs and start-up code run as the system; any other
 * thread runs as the caller who submitted the work, or anonymously.
 */
@AutoConfiguration
@EnableConfigurationProperties({SecurityProperties.class, AccountsProperties.class})
class SecurityAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CurrentActor currentActor(SecurityProperties properties) {
        return new SecurityContextActor(properties);
    }

    /** Work that a request submits to another thread runs as the caller. */
    @Bean
    TaskDecorator runAsCaller() {
        return DelegatingSecurityContextRunnable::new;
    }

    /** A job runs as the system, whoever has scheduled it. */
    @Bean
    SimpleAsyncTaskSchedulerCustomizer runJobsAsSystem() {
        return scheduler -> scheduler.setTaskDecorator(SystemAuthentication::working);
    }

    /** The same for a scheduler without virtual threads. */
    @Bean
    ThreadPoolTaskSchedulerCustomizer runPooledJobsAsSystem() {
        return scheduler -> scheduler.setTaskDecorator(SystemAuthentication::working);
    }

    /** A listener runs as the system: possibly days later, when the caller's rights may have changed. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor runListenersAsSystem() {
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

    /** Also after a runner that has failed: Spring Boot then closes the context on the same thread. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    @PreDestroy
    void endRunners() {
        SecurityContextHolder.clearContext();
    }

    /** Needed for requests only. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @Import(SecurityExceptions.class)
    static class Web {

        private static final RequestMatcher HEALTH = EndpointRequest.to("health");

        @Bean
        InitializingBean securityMode(
                AccountsProperties properties,
                Environment environment,
                ObjectProvider<JwtDecoder> tokens,
                ObjectProvider<UserDetailsService> accounts) {
            return () -> SecurityMode.check(properties, environment, tokens, accounts);
        }

        @Bean
        @ConditionalOnMissingBean
        EndpointRules endpointRules(ObjectProvider<HandlerMapping> mappings, Environment environment) {
            return new EndpointRules(mappings, environment);
        }

        /** Processes that share sessions count together. */
        @Bean
        @ConditionalOnMissingBean
        WrongPasswords wrongPasswords(
                SecurityProperties properties, Environment environment, ObjectProvider<JdbcClient> jdbc) {
            return Sessions.of(environment) == Sessions.DATABASE
                    ? new WrongPasswordsInDatabase(
                            jdbc.getObject(), properties.failedLogins(), properties.failedLoginsWithin())
                    : new WrongPasswordsInMemory(
                            Math.ceilDiv(properties.failedLogins(), properties.replicas()),
                            properties.failedLoginsWithin());
        }

        @Bean
        FoundHandler foundHandler() {
            return new FoundHandler();
        }

        /** Requests are observed as a whole; observing each security filter costs more than most of them do. */
        @Bean
        @ConditionalOnMissingBean
        SecurityObservationSettings securityObservations() {
            return SecurityObservationSettings.noObservations();
        }

        @Bean
        @ConditionalOnMissingBean
        SecurityErrorResponder securityErrorResponder(
                @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors,
                ObjectProvider<PageFrame> frame,
                JsonMapper json) {
            return new SecurityErrorResponder(errors, frame, json);
        }

        /**
         * Wraps all filters, because some of them refuse a request before the security chain; except the one that reads from the
         * proxy's headers whether the browser uses TLS.
         */
        @Bean
        @ConditionalOnMissingBean(name = "securityHeaders")
        @FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE + 1)
        HeaderWriterFilter securityHeaders() {
            return new HeaderWriterFilter(SecurityHeaders.writers());
        }

        /**
         * Checks addresses only. Checks of headers and parameters would happen inside a controller, and would refuse a browser
         * because of another application's cookie.
         */
        @Bean
        @ConditionalOnMissingBean
        HttpFirewall addressFirewall() {
            StrictHttpFirewall firewall = new StrictHttpFirewall();
            firewall.setAllowedHeaderValues(_ -> true);
            firewall.setAllowedParameterNames(_ -> true);
            return firewall;
        }

        @Bean
        UnreadForwardHeaders forwardHeaders() {
            return new UnreadForwardHeaders();
        }

        /** Before the filters that read bodies or parameters, but inside those that write headers and problem pages. */
        @Bean
        @FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE + 8)
        NetworkRateLimit networkRateLimit(
                SecurityProperties properties,
                UnreadForwardHeaders forwardHeaders,
                SecurityErrorResponder errors,
                @Qualifier("signedByKnownProcess") ObjectProvider<RequestMatcher> knownProcess) {
            return new NetworkRateLimit(
                    properties, HEALTH, knownProcess.getIfAvailable(() -> _ -> false), forwardHeaders, errors);
        }

        /**
         * Hides forward headers that neither Tomcat nor Spring's own filter has read, so that no library trusts or trips over
         * them. The general type is deliberate: Spring Boot omits its own filter if another bean has that filter's type.
         */
        @Bean
        FilterRegistrationBean<Filter> noOtherForwardHeaders() {
            ForwardedHeaderFilter removing = new ForwardedHeaderFilter();
            removing.setRemoveOnly(true);
            FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(removing);
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 9);
            return filter;
        }
    }
}
