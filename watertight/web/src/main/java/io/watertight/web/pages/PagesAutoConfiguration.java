package io.watertight.web.pages;

import io.watertight.api.CurrentActor;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** What pages need that a module brings as {@code templates/<module>} and {@code messages/<module>}. */
@AutoConfiguration(
        after = ThymeleafAutoConfiguration.class,
        beforeName = "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
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

    @Bean
    WebMvcConfigurer pageModel(ObjectProvider<CurrentActor> actors) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PageModel(actors));
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addPrinter(new InstantPrinter());
            }
        };
    }

    @Bean
    FilterRegistrationBean<ProblemPages> problemPages(ITemplateEngine templates, JsonMapper json) {
        FilterRegistrationBean<ProblemPages> filter = new FilterRegistrationBean<>(new ProblemPages(templates, json));
        // Around every filter that may refuse a request.
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return filter;
    }

    /** By what is in them: a build that can be repeated gives every file the same time, whenever it was changed. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> tagsOfFiles() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        filter.addUrlPatterns("*.css", "*.js", "*.svg");
        return filter;
    }
}
