package io.watertight.web;

import jakarta.validation.Validator;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.thread.Threading;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.util.StringUtils;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Makes every error a problem detail, whether it occurs in a controller, in a filter, or in Tomcat. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
@Import({ProblemDetailsAdvice.class, FallbackErrorController.class, ResponseHeadersAdvice.class, CompleteRecords.class})
class WebAutoConfiguration {

    private static final long NO_TIMEOUT = -1;
    private static final Set<String> OTHER_LANGUAGES = Set.of("yaml", "xml", "cbor", "x-jackson-smile");

    @Bean
    @FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE + 10)
    BodySizeFilter bodySizeFilter(
            WebProperties properties, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return new BodySizeFilter(properties, errors);
    }

    /** Before any filter that reads parameters. */
    @Bean
    @FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE + 20)
    RequestTextFilter requestTextFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return new RequestTextFilter(errors);
    }

    @Bean
    WebMvcConfigurer requestsAndResponses(Validator validator) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ExpectedVersionResolver());
                resolvers.add(new FormResolver(validator));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new HeaderInterceptor());
            }

            /** Spring would also read numbers, as milliseconds, which turns seconds into a day of January 1970. */
            @Override
            @SuppressWarnings("NullAway") // Spring takes null for a text that is empty.
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(
                        String.class, Instant.class, it -> StringUtils.hasText(it) ? Instant.parse(it.strip()) : null);
            }

            /** Removes converters that libraries add: they would bypass the rules for texts, numbers and unknown fields. */
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.configureMessageConvertersList(all -> all.removeIf(it -> it.getSupportedMediaTypes().stream()
                        .map(MediaType::getSubtype)
                        .anyMatch(OTHER_LANGUAGES::contains)));
            }

            /**
             * Streamed responses use their own threads: on those of the event listeners, a few slow downloads would delay every
             * event. They have no timeout and end when the client has read them.
             */
            @Override
            public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
                SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("stream-");
                threads.setVirtualThreads(true);
                configurer.setTaskExecutor(threads).setDefaultTimeout(NO_TIMEOUT);
            }
        };
    }

    @Bean
    BrokenStreamResolver brokenStreams() {
        return new BrokenStreamResolver();
    }

    @Bean
    @ConditionalOnThreading(Threading.VIRTUAL)
    RequestThreads requestThreads() {
        return new RequestThreads();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors(JsonMapper json) {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                // Otherwise the host would add Tomcat's own valve, which would respond first, in HTML.
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
                host.getPipeline().addValve(new ProblemReportValve(json));
                host.getPipeline().addValve(new ForwardedPrefixValve());
            }
        });
    }
}
