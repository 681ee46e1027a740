package io.watertight.security;

import io.watertight.web.pages.PageFrameContent;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Gives each page the menu. */
@AutoConfiguration
@ConditionalOnWebApplication
@Import(SignInController.class)
class PageAutoConfiguration {

    @Bean
    @Lazy
    Menu menu(
            MessageSource messages,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints,
            EndpointRules rules)
            throws IOException {
        return new Menu(new PathMatchingResourcePatternResolver(), messages, endpoints, rules);
    }

    @Bean
    PageFrameContent menuContent(ObjectProvider<Menu> menu) {
        return request -> request.setAttribute(
                "menu",
                menu.getObject()
                        .entriesFor(SecurityContextHolder.getContext().getAuthentication(), request.getServletPath()));
    }
}
