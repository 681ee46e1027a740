package com.example.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Puts {@code platform-defaults.properties} below every other source of properties, so that the application and each
 * module's own tests run with the same settings and an application's own file overrides any of them.
 */
class PlatformDefaults implements EnvironmentPostProcessor {

    private static final String LOCATION = "classpath:platform-defaults.properties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource("platform defaults", LOCATION));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
