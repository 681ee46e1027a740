package io.watertight.security;

import io.watertight.api.CurrentActor;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts the modules' pages together: gives each of them the menu. */
@AutoConfiguration
@ConditionalOnWebApplication
@Import(SignInController.class)
class PageAutoConfiguration {

    @Bean
    @Lazy
    Menu menu(MessageSource messages, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints)
            throws IOException {
        return new Menu(new PathMatchingResourcePatternResolver(), messages, endpoints);
    }

    @Bean
    PageFrame pageFrame(ObjectProvider<Menu> menu, CurrentActor actors) {
        return new PageFrame(menu, actors);
    }

    @Bean
    FilterRegistrationBean<PageFrame> pageFrameRegistration(PageFrame frame) {
        FilterRegistrationBean<PageFrame> filter = new FilterRegistrationBean<>(frame);
        // After the lock, which knows who is asking.
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }
}
