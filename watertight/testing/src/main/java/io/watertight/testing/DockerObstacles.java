package io.watertight.testing;

import java.util.Optional;
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
            new RemoteDockerImage(ContainerPostgresServer.IMAGE).get();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("an image is missing and cannot be pulled: " + e.getMessage());
        }
    }
}
