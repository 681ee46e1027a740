package io.watertight.operations;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/**
 * Leaves out Spring Boot's configuration of Kafka where no broker is configured, and of OpenTelemetry where nothing is that
 * receives: they are on the class path of each process, for those that need them.
 */
class OptionalParts implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final List<String> TRACES = List.of(
            "management.opentelemetry.tracing.export.otlp.endpoint", "management.tracing.export.zipkin.endpoint");

    private static final List<String> TRACES_OR_LOGS = Stream.concat(
                    TRACES.stream(), Stream.of("management.opentelemetry.logging.export.otlp.endpoint"))
            .toList();

    /** The settings of which each package of auto-configurations needs one. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "org.springframework.boot.kafka.", List.of("spring.kafka.bootstrap-servers"),
            "org.springframework.boot.micrometer.tracing.", TRACES,
            "org.springframework.boot.opentelemetry.", TRACES_OR_LOGS);

    private Environment environment = new StandardEnvironment();

    static boolean receivesTraces(Environment environment) {
        return isAnySet(TRACES, environment);
    }

    private static boolean isAnySet(List<String> settings, Environment environment) {
        return settings.stream().anyMatch(it -> StringUtils.hasText(environment.getProperty(it)));
    }

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            matches[i] = isNeeded(candidates[i]);
        }
        return matches;
    }

    private boolean isNeeded(@Nullable String candidate) {
        return candidate == null
                || NEEDED.entrySet().stream()
                        .filter(it -> candidate.startsWith(it.getKey()))
                        .allMatch(it -> isAnySet(it.getValue(), environment));
    }
}
