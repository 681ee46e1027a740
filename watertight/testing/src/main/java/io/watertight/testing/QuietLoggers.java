package io.watertight.testing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Silences, until closed, libraries that log an error although there is an alternative. */
final class QuietLoggers implements AutoCloseable {

    private final LoggingSystem logging = LoggingSystem.get(QuietLoggers.class.getClassLoader());
    private final Map<String, @Nullable LogLevel> levels = new HashMap<>();

    QuietLoggers(String... names) {
        for (var name : names) {
            levels.put(name, configuredLevel(name));
            logging.setLogLevel(name, LogLevel.OFF);
        }
    }

    @Override
    public void close() {
        levels.forEach(logging::setLogLevel);
    }

    private @Nullable LogLevel configuredLevel(String name) {
        var configuration = logging.getLoggerConfiguration(name);
        return configuration == null ? null : configuration.getConfiguredLevel();
    }
}
