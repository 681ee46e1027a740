package io.watertight.operations;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/**
 * Leaves out Spring Boot's configuration of Kafka where no broker is configured, and of traces where no collector is: they are on
 * the class path of each process, for those that need them.
 */
class OptionalParts implements AutoConfigurationImportFilter, EnvironmentAware {

    /** Where traces go. */
    static final String COLLECTOR = "management.opentelemetry.tracing.export.otlp.endpoint";

    /** The setting that each package of auto-configurations needs. */
    private static final Map<String, String> NEEDED = Map.of(
            "org.springframework.boot.kafka.", "spring.kafka.bootstrap-servers",
            "org.springframework.boot.micrometer.tracing.", COLLECTOR,
            "org.springframework.boot.opentelemetry.", COLLECTOR);

    private Environment environment = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            @Nullable String candidate = candidates[i];
            matches[i] = candidate == null || isNeeded(candidate);
        }
        return matches;
    }

    private boolean isNeeded(String candidate) {
        return NEEDED.entrySet().stream()
                .filter(it -> candidate.startsWith(it.getKey()))
                .allMatch(it -> StringUtils.hasText(environment.getProperty(it.getValue())));
    }
}
