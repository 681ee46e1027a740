package com.example.shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts the modules' pages together: gives each of them the menu. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PageConfiguration {

    @Bean
    @Lazy
    Menu menu(MessageSource messages, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints)
            throws IOException {
        return new Menu(new PathMatchingResourcePatternResolver(), messages, endpoints);
    }

    @Bean
    WebMvcConfigurer menuOfEachPage(ObjectProvider<Menu> menu) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public void postHandle(
                            HttpServletRequest request,
                            HttpServletResponse response,
                            Object handler,
                            @Nullable ModelAndView page) {
                        if (page != null
                                && page.hasView()
                                && !String.valueOf(page.getViewName()).startsWith("redirect:")) {
                            page.addObject(
                                    "menu",
                                    menu.getObject()
                                            .entriesFor(
                                                    SecurityContextHolder.getContext()
                                                            .getAuthentication(),
                                                    request.getServletPath()));
                        }
                    }
                });
            }
        };
    }
}
