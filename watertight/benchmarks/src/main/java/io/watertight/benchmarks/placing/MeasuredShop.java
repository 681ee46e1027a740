package io.watertight.benchmarks.placing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A shop in a separate process. */
final class MeasuredShop implements AutoCloseable {

    /** What the image sets for every JVM. */
    private static final Pattern IMAGE = Pattern.compile("JAVA_TOOL_OPTIONS=\"([^\"]+)\"");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path log;
    private final Path passwords;
    private final Process process;
    private final URI url;

    private MeasuredShop(Path log, Path passwords, Process process, URI url) {
        this.log = log;
        this.passwords = passwords;
        this.process = process;
        this.url = url;
    }

    /** Starts the shop on an empty database, with the image's options but for the size of the heap. */
    static MeasuredShop start(Path jar, DatabaseServer server, String database)
            throws IOException, InterruptedException {
        return start(with("-Xmx512m", "-jar", jar.toString()), server, database, "managed");
    }

    /**
     * @param java what the JVM is called with
     * @param database of the server, with whatever an earlier start has left there
     * @param roles the value of its property {@code watertight.data.roles}
     */
    static MeasuredShop start(List<String> java, DatabaseServer server, String database, String roles)
            throws IOException, InterruptedException {
        int port = freePort();
        var log = Files.createTempFile("shop-" + roles + "-", ".log");
        var passwords = Files.createTempFile("shop-" + roles + "-", ".passwords");
        var command = new ArrayList<>(java);
        command.addFirst(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SPRING_DATASOURCE_URL",
                        server.url(database),
                        "SPRING_DATASOURCE_USERNAME",
                        DatabaseServer.APPLICATION,
                        "SPRING_DATASOURCE_PASSWORD",
                        DatabaseServer.APPLICATION,
                        "SPRING_FLYWAY_USER",
                        DatabaseServer.MIGRATOR,
                        "SPRING_FLYWAY_PASSWORD",
                        DatabaseServer.MIGRATOR,
                        "WATERTIGHT_ACCOUNTS_LOCAL",
                        "true",
                        "WATERTIGHT_ACCOUNTS_PASSWORDSFILE",
                        passwords.toString(),
                        "WATERTIGHT_SECURITY_REQUESTSPERMINUTE",
                        "10000000",
                        "SERVER_PORT",
                        String.valueOf(port),
                        "WATERTIGHT_DATA_ROLES",
                        roles));
        var shop = new MeasuredShop(log, passwords, builder.start(), URI.create("http://localhost:" + port));
        try {
            shop.awaitReadiness();
            return shop;
        } catch (IOException | InterruptedException e) {
            shop.close();
            throw e;
        }
    }

    /** {@return the options that the Dockerfile has for every JVM, and these} */
    static List<String> with(String... options) throws IOException {
        var image = IMAGE.matcher(Files.readString(Path.of("Dockerfile")));
        if (!image.find()) {
            throw new IOException("There is no JAVA_TOOL_OPTIONS in the Dockerfile");
        }
        return Stream.concat(Stream.of(image.group(1).split(" ")), Stream.of(options))
                .toList();
    }

    URI url() {
        return url;
    }

    /** {@return the memory that only this process uses, in megabytes; 0 where no Linux tells it} */
    double memory() throws IOException {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(it -> it.startsWith("RssAnon:"))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) / 1024)
                    .sum();
        }
    }

    /** {@return name and password of a clerk, as HTTP Basic has them} */
    String clerk() throws IOException {
        return account("clerk");
    }

    /** {@return name and password of an administrator, who may open every page} */
    String admin() throws IOException {
        return account("admin");
    }

    private String account(String name) throws IOException {
        var accounts = new Properties();
        try (var lines = Files.newInputStream(passwords)) {
            accounts.load(lines);
        }
        return name + ":" + accounts.getProperty(name);
    }

    private void awaitReadiness() throws IOException, InterruptedException {
        var readiness = HttpRequest.newBuilder(url.resolve("/actuator/health/readiness"))
                .build();
        var end = Instant.now().plus(PATIENCE);
        try (var http = HttpClient.newHttpClient()) {
            while (!isReady(http, readiness)) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw new IOException("The shop did not start:\n" + Files.readString(log));
                }
                Thread.sleep(20);
            }
        }
    }

    private static boolean isReady(HttpClient http, HttpRequest readiness) throws InterruptedException {
        try {
            return http.send(readiness, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(log);
        Files.deleteIfExists(passwords);
    }
}
