package io.watertight.security.sessions;

import io.watertight.security.SecurityProperties.Sessions;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Keeps Spring Session out, all of it, where one process keeps its sessions in memory. It is a filter rather than a condition,
 * because Spring Boot's own configuration of Spring Session has no property that switches it off.
 */
class SessionsWhereShared implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final List<String> CONFIGURATIONS =
            List.of("org.springframework.boot.session.", SessionsWhereShared.class.getPackageName() + '.');

    private Environment environment = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(String[] classNames, AutoConfigurationMetadata metadata) {
        boolean shared = Sessions.of(environment) == Sessions.DATABASE;
        boolean[] matches = new boolean[classNames.length];
        for (int i = 0; i < classNames.length; i++) {
            matches[i] = shared || !isOfSessions(String.valueOf(classNames[i]));
        }
        return matches;
    }

    private static boolean isOfSessions(String className) {
        return CONFIGURATIONS.stream().anyMatch(className::startsWith);
    }
}
