package io.watertight.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Decides where the tests' PostgreSQL comes from: what the system property {@value #REQUEST} forces, otherwise Docker if it is
 * available, otherwise the embedded binaries. The first test JVM of a build decides for all.
 */
record PostgresDecision(DockerCheck docker) {

    private static final Patience SHORT = new Patience(Duration.ofSeconds(8), Duration.ofSeconds(60));
    private static final Patience LONG = new Patience(Duration.ofSeconds(30), Duration.ofMinutes(5));

    /** {@code docker} or {@code embedded} forces one; empty or absent leaves the choice to this class. */
    static final String REQUEST = "postgres";

    /** The name of a file through which the JVMs of a build share the decision; may be absent. */
    static final String FILE = "postgres.decision";

    interface DockerCheck {

        /** {@return the obstacle, as the end of the sentence "... because ..."; empty if Docker can be used} */
        Optional<String> obstacle(Patience patience);
    }

    Choice decide(String request, @Nullable Path file) {
        return switch (request) {
            case "" -> file == null ? decide() : decideOnce(file);
            case "docker" -> forcedDocker();
            case "embedded" -> new Choice(Source.EMBEDDED, "-Dpostgres=embedded is set");
            default ->
                throw new FailureAnalyzedException(
                        "-Dpostgres=%s is not a known choice.".formatted(request),
                        "Use -Dpostgres=docker or -Dpostgres=embedded, or leave it out.");
        };
    }

    private Choice forcedDocker() {
        docker.obstacle(LONG).ifPresent(obstacle -> {
            throw new FailureAnalyzedException(
                    "-Dpostgres=docker is set, but PostgreSQL cannot run in Docker because %s.".formatted(obstacle),
                    "Fix that, use -Dpostgres=embedded, or omit the option.");
        });
        return new Choice(Source.DOCKER, "-Dpostgres=docker is set");
    }

    private Choice decide() {
        return docker.obstacle(SHORT)
                .map(obstacle -> new Choice(Source.EMBEDDED, obstacle))
                .orElseGet(() -> new Choice(Source.DOCKER, "a Docker engine responds and has the images"));
    }

    private Choice decideOnce(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var lock = file.resolveSibling(file.getFileName() + ".lock");
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                if (Files.exists(file)) {
                    return read(file);
                }
                var choice = decide();
                write(choice, file);
                return choice;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot share the choice of PostgreSQL through " + file, e);
        }
    }

    private static Choice read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        return new Choice(Source.valueOf(lines.get(0)), "this build already uses it: " + lines.get(1));
    }

    private static void write(Choice choice, Path file) throws IOException {
        var complete = file.resolveSibling(file.getFileName() + ".new");
        Files.write(complete, List.of(choice.source().name(), choice.reason().replaceAll("\\R", " ")));
        Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * How long to wait for Docker: not long if there is an alternative.
     *
     * @param engine for the engine to respond
     * @param pull for all missing images to be pulled
     */
    record Patience(Duration engine, Duration pull) {}

    /**
     * Where the tests' PostgreSQL comes from.
     *
     * @param reason the reason, as the end of the sentence "... because ..."
     */
    record Choice(Source source, String reason) {}

    enum Source {
        DOCKER("a container of " + PostgresServer.IMAGE),
        EMBEDDED("the embedded binaries");

        private final String description;

        Source(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }
}
