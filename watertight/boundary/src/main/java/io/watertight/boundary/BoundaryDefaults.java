package io.watertight.boundary;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Adds {@code watertight-boundary.properties} as the property source of lowest precedence, so that the application and each
 * module's own tests share these settings and an application can override any of them.
 */
class BoundaryDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource(
                            "watertight boundary defaults", "classpath:watertight-boundary.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
