package io.watertight.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Adds {@code watertight-web.properties} as the property source of lowest precedence, so that the application and each module's
 * own tests share these settings and an application can override any of them.
 */
class WebDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource(
                            "watertight web defaults", "classpath:watertight-web.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
