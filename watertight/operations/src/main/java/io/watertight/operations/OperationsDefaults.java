package io.watertight.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.ResourcePropertySource;
import org.springframework.util.StringUtils;

/**
 * Adds {@code watertight-operations.properties} as the property source of lowest precedence, so that the application and each
 * module's own tests share these settings and an application can override any of them.
 */
class OperationsDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            if (!StringUtils.hasText(environment.getProperty(OptionalParts.COLLECTOR))) {
                // Otherwise log lines would keep room for the IDs of traces.
                environment
                        .getPropertySources()
                        .addLast(new MapPropertySource(
                                "watertight operations without traces",
                                Map.of("management.tracing.export.enabled", "false")));
            }
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource(
                            "watertight operations defaults", "classpath:watertight-operations.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
