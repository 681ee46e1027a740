package io.watertight.web.pages;

import io.watertight.api.CurrentActor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.servlet.filter.OrderedFilter;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.format.Printer;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** Supports pages that modules provide as {@code templates/<module>} and {@code messages/<module>}. */
@AutoConfiguration(
        after = ThymeleafAutoConfiguration.class,
        beforeName = "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PagesAutoConfiguration {

    /** The texts of all modules: {@code spring.messages.basename} accepts no pattern and would have to name each of them. */
    @Bean
    MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            String name = StringUtils.stripFilenameExtension(String.valueOf(file.getFilename()));
            // An underscore precedes a language; module names contain none.
            if (!name.contains("_")) {
                messages.addBasenames("messages/" + name);
            }
        }
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** Prints an instant for people: in one time zone on all pages, with its name. Spring MVC registers every printer bean. */
    @Bean
    Printer<Instant> instantPrinter(@Value("${watertight.pages.zone:UTC}") ZoneId zone) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm zzz", Locale.ENGLISH)
                .withZone(zone);
        return (instant, _) -> format.format(instant);
    }

    /** After the security filters, which know the caller. */
    @Bean
    @FilterRegistration(order = OrderedFilter.REQUEST_WRAPPER_FILTER_MAX_ORDER)
    PageFrame pageFrame(ObjectProvider<CurrentActor> actors, ObjectProvider<PageFrameContent> contents) {
        return new PageFrame(actors, contents);
    }

    /** Wraps every filter that may refuse a request. */
    @Bean
    @FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE + 5)
    ProblemPages problemPages(ITemplateEngine templates, JsonMapper json) {
        return new ProblemPages(templates, json);
    }

    /**
     * Content-based tags for static files: a reproducible build gives every file the same modification time. The tags are weak,
     * because Tomcat does not compress responses with strong ones.
     */
    @Bean
    @FilterRegistration(urlPatterns = {"*.css", "*.js", "*.svg"})
    ShallowEtagHeaderFilter tagsOfFiles() {
        ShallowEtagHeaderFilter tags = new ShallowEtagHeaderFilter();
        tags.setWriteWeakETag(true);
        return tags;
    }
}
