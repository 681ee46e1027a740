package io.watertight.security;

import io.watertight.web.pages.PageFrameContent;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Gives each page the menu, which is the same in each process of the application. */
@AutoConfiguration
@ConditionalOnWebApplication
@Import(SignInController.class)
class PageAutoConfiguration {

    @Bean
    @Lazy
    Menu menu(
            MessageSource messages,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints,
            EndpointRules rules,
            BeanFactory beans,
            Environment environment)
            throws IOException {
        boolean split = !environment.getProperty("watertight.modules", "").isBlank();
        return new Menu(
                new PathMatchingResourcePatternResolver(),
                messages,
                endpoints,
                split ? controllersIn(AutoConfigurationPackages.get(beans), environment) : List.of(),
                rules);
    }

    /** The classes of each module are in each process of a split application, its beans only where it runs. */
    private static List<? extends Class<?>> controllersIn(List<String> packages, Environment environment) {
        ClassPathScanningCandidateComponentProvider controllers =
                new ClassPathScanningCandidateComponentProvider(false, environment);
        controllers.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return packages.stream()
                .flatMap(it -> controllers.findCandidateComponents(it).stream())
                .map(it -> ClassUtils.resolveClassName(Objects.requireNonNull(it.getBeanClassName()), null))
                .toList();
    }

    @Bean
    PageFrameContent menuContent(ObjectProvider<Menu> menu) {
        return request -> request.setAttribute(
                "menu",
                menu.getObject()
                        .entriesFor(SecurityContextHolder.getContext().getAuthentication(), request.getServletPath()));
    }
}
