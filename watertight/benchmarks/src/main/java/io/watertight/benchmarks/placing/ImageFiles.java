package io.watertight.benchmarks.placing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * The shop's files as the image has them.
 *
 * @param folder temporary, with its own jar, {@code shop.jar}, and its libraries in {@code lib}
 */
record ImageFiles(Path folder) implements AutoCloseable {

    /** Unpacks the shop's jar as the Dockerfile does. */
    static ImageFiles unpack(Path jar) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("shop");
        java(List.of(
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--application-filename",
                "shop.jar",
                "--destination",
                folder.toString()));
        return new ImageFiles(folder);
    }

    /** {@return the shop's own jar, which names its libraries} */
    Path jar() {
        return folder.resolve("shop.jar");
    }

    /** {@return the class that the jar starts} */
    String mainClass() throws IOException {
        try (var shop = new JarFile(jar().toFile())) {
            return shop.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        }
    }

    /** {@return what a JVM is called with to start the shop as the image does, with the cache that the Dockerfile creates} */
    List<String> shop() throws IOException, InterruptedException {
        return cached(
                "classes.aot",
                List.of("-jar", jar().toString()),
                List.of(
                        "--spring.flyway.enabled=false",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=https://issuer.invalid",
                        "--spring.security.oauth2.resourceserver.jwt.audiences=none"));
    }

    /**
     * {@return what a JVM is called with to start it with a cache of its classes, which this creates}
     *
     * @param name of the cache
     * @param settings for the start that the cache comes from
     */
    List<String> cached(String name, List<String> application, List<String> settings)
            throws IOException, InterruptedException {
        var cache = folder.resolve(name);
        var training =
                new ArrayList<>(MeasuredShop.with("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh"));
        training.addAll(application);
        training.addAll(settings);
        java(training);
        var started = new ArrayList<>(MeasuredShop.with("-XX:AOTCache=" + cache, "-XX:AOTMode=on"));
        started.addAll(application);
        return started;
    }

    private static void java(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(arguments);
        command.addFirst(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var log = Files.createTempFile("shop-", ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("%s failed:%n%s".formatted(command, Files.readString(log)));
        }
        Files.delete(log);
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
