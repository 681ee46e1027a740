package com.example.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.springframework.test.util.TestSocketUtils;

/**
 * A process of the shop's jar, {@code -Dshop.jar}: the contract of each service is then checked against a process of its own
 * instead of a context in this JVM.
 */
final class JarProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private JarProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one, if there is a jar, and waits until it is ready.
     *
     * @param name of the file for its log
     */
    static Optional<JarProcess> start(String name, String database, String... settings) {
        return Optional.ofNullable(System.getProperty("shop.jar")).map(jar -> start(name, jar, database, settings));
    }

    private static JarProcess start(String name, String jar, String database, String... settings) {
        Path log = Path.of("target", "processes", name + ".log");
        try {
            int port = TestSocketUtils.findAvailableTcpPort();
            Files.createDirectories(log.getParent());
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    jar,
                    "--server.port=" + port,
                    "--" + TestBroker.SETTING + "=" + TestBroker.address()));
            command.addAll(CallingProcess.onDatabase(database));
            command.addAll(Arrays.asList(settings));
            JarProcess started = new JarProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    port);
            // Also where the test's context fails, and closes nothing.
            Runtime.getRuntime().addShutdownHook(new Thread(started.process::destroyForcibly));
            started.awaitReady(log);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    private void awaitReady(Path log) {
        Awaitility.await("the process of " + log.toAbsolutePath())
                .failFast(() -> !process.isAlive())
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(this::isReady);
    }

    private boolean isReady() throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
