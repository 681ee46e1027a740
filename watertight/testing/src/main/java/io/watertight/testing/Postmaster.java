package io.watertight.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        var lines = linesOf(pidFile);
        processOf(lines).ifPresent(process -> {
            if (isServer(process.info(), lines)) {
                new Postmaster(pidFile, process).stop();
            } else {
                // The process id now belongs to another process, which PostgreSQL would mistake for its own.
                delete(pidFile);
            }
        });
    }

    private static List<String> linesOf(Path pidFile) {
        try {
            return Files.readAllLines(pidFile);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<ProcessHandle> processOf(List<String> lines) {
        try {
            return lines.stream().findFirst().flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The second line is the data folder, as the server's command names it; Windows tells of no process how it was called. */
    private static boolean isServer(ProcessHandle.Info process, List<String> lines) {
        return process.command().filter(it -> it.contains("postgres")).isPresent()
                && lines.size() > 1
                && process.commandLine().map(it -> it.contains(lines.get(1))).orElse(WINDOWS);
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
