package io.watertight.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Adds {@code watertight-operations.properties} as the property source of lowest precedence, so that the application and each
 * module's own tests share these settings and an application can override any of them.
 */
class OperationsDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment.getPropertySources().addLast(new NoTraces(environment));
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource(
                            "watertight operations defaults", "classpath:watertight-operations.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Otherwise log lines would keep room for the IDs of traces. Decided when it is asked, because what says where traces go may
     * be added later.
     */
    private static class NoTraces extends PropertySource<Object> {

        /** Not the source itself, whose own sources Spring Boot would then read once more, without end. */
        private final Environment environment;

        NoTraces(Environment environment) {
            super("watertight operations defaults without traces");
            this.environment = environment;
        }

        @Override
        public @Nullable Object getProperty(String name) {
            return name.equals("management.tracing.export.enabled") && !OptionalParts.receivesTraces(environment)
                    ? "false"
                    : null;
        }
    }
}
