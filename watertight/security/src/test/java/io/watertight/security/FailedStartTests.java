package io.watertight.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** A start that fails before the context is up. */
@ExtendWith(OutputCaptureExtension.class)
class FailedStartTests {

    @Test
    void tellsItsReasonWithoutAStackTraceBeforeIt(CapturedOutput output) {
        var application = new SpringApplicationBuilder(SecurityAutoConfiguration.class, OccupiedPort.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.location=optional:classpath:/none/");

        assertThatThrownBy(application::run).hasRootCauseInstanceOf(PortInUseException.class);
        assertThat(output)
                .contains("Port 8080 was already in use.")
                .doesNotContain("Error calling ApplicationEventListener", "\tat ");
    }

    @Test
    void leavesNobodyActingAsTheSystem() {
        AtomicReference<Authentication> during = new AtomicReference<>();
        SpringApplication application = new SpringApplicationBuilder(SecurityAutoConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.location=optional:classpath:/none/")
                .initializers(context -> context.getBeanFactory().registerSingleton("runner", (ApplicationRunner) _ -> {
                    during.set(SecurityContextHolder.getContext().getAuthentication());
                    throw new IllegalStateException("The runner failed");
                }))
                .build();

        assertThatThrownBy(application::run).hasMessageContaining("The runner failed");
        assertThat(during.get()).isInstanceOf(SystemAuthentication.class);
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Configuration(proxyBeanMethods = false)
    static class OccupiedPort {

        @Bean
        SmartLifecycle webServer() {
            return new SmartLifecycle() {
                @Override
                public void start() {
                    throw new PortInUseException(8080);
                }

                @Override
                public void stop() {}

                @Override
                public boolean isRunning() {
                    return false;
                }
            };
        }
    }
}
