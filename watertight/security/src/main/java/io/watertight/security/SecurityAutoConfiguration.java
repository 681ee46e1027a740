package io.watertight.security;

import io.watertight.api.CurrentActor;
import io.watertight.security.accounts.AccountsProperties;
import io.watertight.web.pages.PageFrame;
import jakarta.servlet.Filter;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.task.TaskDecorator;
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
 * Tells the modules who is at work. Whatever is nobody's request is the shop's own only where that is said here: listeners and
 * jobs, and what runs at the start. On any other thread it is the caller who has sent the work there, or nobody.
 */
@AutoConfiguration
@EnableConfigurationProperties({SecurityProperties.class, AccountsProperties.class})
class SecurityAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
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

    /** What only requests need. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Web {

        private static final String SWAGGER_UI = "/swagger-ui/**";
        private static final RequestMatcher HEALTH = EndpointRequest.to("health");

        @Bean
        @ConditionalOnMissingBean
        SecurityMode securityMode(
                AccountsProperties properties,
                Environment environment,
                ObjectProvider<JwtDecoder> tokens,
                ObjectProvider<UserDetailsService> accounts) {
            return new SecurityMode(properties, environment, tokens, accounts);
        }

        @Bean
        @ConditionalOnMissingBean
        EndpointRules endpointRules(ObjectProvider<HandlerMapping> mappings, Environment environment) {
            return new EndpointRules(mappings, environment);
        }

        @Bean
        FoundHandler foundHandler() {
            return new FoundHandler();
        }

        /** A request is observed as a whole; to observe each security filter costs more than most of them do. */
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

        /**
         * The addresses are checked here, and not each header or parameter at the first look at it: that comes from within a controller,
         * and would refuse a browser for the cookie of another application. Who uses a header checks it.
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

        @Bean
        FilterRegistrationBean<NetworkRateLimit> networkRateLimit(
                SecurityProperties properties, UnreadForwardHeaders forwardHeaders, SecurityErrorResponder errors) {
            FilterRegistrationBean<NetworkRateLimit> filter =
                    new FilterRegistrationBean<>(new NetworkRateLimit(properties, HEALTH, forwardHeaders, errors));
            // Before those that read a body or a parameter, and within those that write headers and make pages of
            // problems.
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 8);
            return filter;
        }

        /**
         * What Tomcat or Spring's own filter has not read counts for nothing: a library would otherwise believe it, or fail because of it.
         * Of the general type, for Spring Boot leaves out its filter where there is another of the same type.
         */
        @Bean
        FilterRegistrationBean<Filter> noOtherForwardHeaders() {
            ForwardedHeaderFilter removing = new ForwardedHeaderFilter();
            removing.setRemoveOnly(true);
            FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(removing);
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 9);
            return filter;
        }

        /** What a service or a streamed answer throws is answered as if the lock had thrown it, and is no fault of the server. */
        @Bean
        HandlerExceptionResolver securityExceptions() {
            return new SecurityExceptions();
        }
    }
}
