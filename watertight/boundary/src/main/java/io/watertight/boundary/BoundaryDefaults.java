package io.watertight.boundary;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Puts {@code watertight-boundary.properties} below every other source of properties, so that the application and each module's own tests run
 * with the same settings and an application's own file overrides any of them.
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
