package io.watertight.operations.events;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/**
 * Leaves out Spring Boot's configuration of Kafka where no broker is configured: it is on the class path of each process, for
 * those that need it.
 */
class BrokerIsConfigured implements AutoConfigurationImportFilter, EnvironmentAware {

    static final String SETTING = "spring.kafka.bootstrap-servers";

    private static final String OF_KAFKA = "org.springframework.boot.kafka.";

    private Environment environment = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean configured = StringUtils.hasText(environment.getProperty(SETTING));
        boolean[] matches = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            @Nullable String candidate = candidates[i];
            matches[i] = configured || candidate == null || !candidate.startsWith(OF_KAFKA);
        }
        return matches;
    }
}
