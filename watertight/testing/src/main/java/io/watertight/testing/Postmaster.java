package io.watertight.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/** A database process that a JVM left behind, found by the {@code postmaster.pid} in its data folder. */
record Postmaster(Path pidFile, ProcessHandle process) {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    /**
     * Stops the process that runs on a data folder although the JVM that started it is gone. Clients are disconnected
     * and everything committed is kept.
     */
    static void stopLeftBehind(Path data) {
        var pidFile = data.resolve("postmaster.pid");
        processOf(pidFile).ifPresent(process -> {
            if (isPostgres(process)) {
                new Postmaster(pidFile, process).stop();
            } else {
                // The process id now belongs to another process, which PostgreSQL would mistake for its own.
                delete(pidFile);
            }
        });
    }

    private static Optional<ProcessHandle> processOf(Path pidFile) {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())));
        } catch (IOException | UncheckedIOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    private void stop() {
        log.info("Stopping the database process {} that an earlier run left behind.", process.pid());
        var deadline = Instant.now().plus(STOP_LIMIT);
        try {
            requestFastShutdown();
            // A stopped process may stay in the process table indefinitely, so the file is checked, too.
            while (process.isAlive() && Files.exists(pidFile)) {
                if (Instant.now().isAfter(deadline)) {
                    throw new TimeoutException("It had %s to stop.".formatted(STOP_LIMIT));
                }
                Thread.sleep(POLL_INTERVAL);
            }
        } catch (IOException | TimeoutException e) {
            throw stillRunning(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stillRunning(e);
        }
    }

    private void requestFastShutdown() throws IOException, InterruptedException {
        if (WINDOWS) {
            process.destroyForcibly();
        } else {
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    private FailureAnalyzedException stillRunning(Exception cause) {
        return new FailureAnalyzedException(
                "The database process %s, left behind by an earlier run, does not stop.".formatted(process.pid()),
                "Stop it manually and start again.",
                cause);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
