package io.watertight.secured;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.security.EndpointRules;
import io.watertight.security.SecurityErrorResponder;
import io.watertight.web.pages.PageFrame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Parts of the filter chain that an application has replaced, as docs/security.md says. */
class ReplacedPartsTests {

    @Test
    void areUsedInPlaceOfTheToolkitsOwn() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        ClassUtils.resolveClassName("io.watertight.security.SecurityAutoConfiguration", null),
                        JacksonAutoConfiguration.class,
                        WebMvcAutoConfiguration.class))
                .withBean(InMemoryUserDetailsManager.class)
                .withUserConfiguration(OwnParts.class)
                .run(it -> {
                    assertThat(it).hasNotFailed();
                    assertThat(it).getBean(EndpointRules.class).isInstanceOf(ClosedRules.class);
                    assertThat(it).getBean(SecurityErrorResponder.class).isInstanceOf(ShortResponder.class);
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnParts {

        @Bean
        EndpointRules ownRules(ObjectProvider<HandlerMapping> mappings, Environment environment) {
            return new ClosedRules(mappings, environment);
        }

        @Bean
        SecurityErrorResponder ownResponder(
                @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors,
                ObjectProvider<PageFrame> frame,
                JsonMapper json) {
            return new ShortResponder(errors, frame, json);
        }
    }

    private static class ClosedRules extends EndpointRules {

        ClosedRules(ObjectProvider<HandlerMapping> mappings, Environment environment) {
            super(mappings, environment);
        }

        @Override
        public AuthorizationDecision authorize(
                Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
            return new AuthorizationDecision(false);
        }
    }

    private static class ShortResponder extends SecurityErrorResponder {

        ShortResponder(HandlerExceptionResolver errors, ObjectProvider<PageFrame> frame, JsonMapper json) {
            super(errors, frame, json);
        }

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
