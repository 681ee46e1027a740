package io.watertight.web.pages;

import io.watertight.api.CurrentActor;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.filter.OrderedFilter;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** Supports pages that modules provide as {@code templates/<module>} and {@code messages/<module>}. */
@AutoConfiguration(
        after = ThymeleafAutoConfiguration.class,
        beforeName = "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(PagesProperties.class)
class PagesAutoConfiguration {

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(ModuleMessages.baseNames(new PathMatchingResourcePatternResolver())
                .toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** Spring MVC registers every printer bean. */
    @Bean
    InstantPrinter instantPrinter(PagesProperties properties) {
        return new InstantPrinter(properties.zone());
    }

    @Bean
    PageFrame pageFrame(ObjectProvider<CurrentActor> actors, ObjectProvider<PageFrameContent> contents) {
        return new PageFrame(actors, contents);
    }

    @Bean
    FilterRegistrationBean<PageFrame> pageFrameRegistration(PageFrame frame) {
        FilterRegistrationBean<PageFrame> filter = new FilterRegistrationBean<>(frame);
        // After the security filters, which know the caller.
        filter.setOrder(OrderedFilter.REQUEST_WRAPPER_FILTER_MAX_ORDER);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ProblemPages> problemPages(ITemplateEngine templates, JsonMapper json) {
        FilterRegistrationBean<ProblemPages> filter = new FilterRegistrationBean<>(new ProblemPages(templates, json));
        // Wraps every filter that may refuse a request.
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return filter;
    }

    /**
     * Content-based tags for static files: a reproducible build gives every file the same modification time. The tags are weak,
     * because Tomcat does not compress responses with strong ones.
     */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> tagsOfFiles() {
        ShallowEtagHeaderFilter tags = new ShallowEtagHeaderFilter();
        tags.setWriteWeakETag(true);
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(tags);
        filter.addUrlPatterns("*.css", "*.js", "*.svg");
        return filter;
    }
}
