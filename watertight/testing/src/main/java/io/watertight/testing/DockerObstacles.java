package io.watertight.testing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import io.watertight.testing.PostgresDecision.Patience;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** Finds out whether Testcontainers can run: an engine must respond, and the images must be available. */
final class DockerObstacles implements PostgresDecision.DockerCheck {

    /** The image with which this version of Testcontainers cleans up after a killed JVM. */
    static final String RYUK_IMAGE = "testcontainers/ryuk:0.14.0";

    @Override
    public Optional<String> obstacle(Patience patience) {
        try (var _ = new QuietLoggers("org.testcontainers", "com.github.dockerjava")) {
            return engineAnswers(patience.engine())
                    ? imageObstacle(patience.pull())
                    : Optional.of("no Docker engine responds");
        }
    }

    private static boolean engineAnswers(Duration limit) {
        try {
            // The library waits much longer than this for an engine that does not respond.
            CompletableFuture.supplyAsync(
                            DockerClientFactory.instance()::getInfo,
                            command -> Thread.ofPlatform()
                                    .daemon()
                                    .name("docker-probe")
                                    .start(command))
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<String> imageObstacle(Duration limit) {
        var deadline = Instant.now().plus(limit);
        var transport = DockerClientFactory.instance().getTransportConfig();
        try (var docker = DockerClientProviderStrategy.getClientForConfig(transport)) {
            return images().stream()
                    .flatMap(image -> imageObstacle(docker, image, deadline).stream())
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return Optional.of("the Docker engine fails: " + e.getMessage());
        }
    }

    private static List<String> images() {
        var withoutRyuk = Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
        return withoutRyuk ? List.of(PostgresServer.IMAGE) : List.of(PostgresServer.IMAGE, RYUK_IMAGE);
    }

    private static Optional<String> imageObstacle(DockerClient docker, String image, Instant deadline) {
        var name = ImageNameSubstitutor.instance()
                .apply(DockerImageName.parse(image))
                .asCanonicalNameString();
        try {
            docker.inspectImageCmd(name).exec();
            return Optional.empty();
        } catch (NotFoundException e) {
            return pull(docker, name, Duration.between(Instant.now(), deadline));
        }
    }

    private static Optional<String> pull(DockerClient docker, String image, Duration limit) {
        try (var pulling = docker.pullImageCmd(image).exec(new PullImageResultCallback())) {
            // This also throws if the image has not arrived in time.
            pulling.awaitCompletion(limit.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of("the image %s is missing and cannot be pulled".formatted(image));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the search for the image %s was interrupted".formatted(image));
        }
    }
}
