package io.watertight.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.RemoteDockerImage;

/** Finds out whether Testcontainers can run: an engine must respond, and the images must be available. */
final class DockerObstacles implements PostgresDecision.DockerCheck {

    @Override
    public Optional<String> obstacle() {
        try (var _ = new QuietLoggers("org.testcontainers", "com.github.dockerjava")) {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return Optional.of("no Docker engine responds");
            }
            new RemoteDockerImage(PostgresServer.IMAGE).get();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("an image is missing and cannot be pulled: " + e.getMessage());
        }
    }

    /** Silences, until closed, libraries that log an error although there is an alternative. */
    private static final class QuietLoggers implements AutoCloseable {

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
}
