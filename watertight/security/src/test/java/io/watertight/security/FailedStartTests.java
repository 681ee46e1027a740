package io.watertight.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
