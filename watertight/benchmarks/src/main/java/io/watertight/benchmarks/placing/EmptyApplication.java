package io.watertight.benchmarks.placing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts with the shop's libraries, and has nothing of its own: how much of a start is the frameworks' part. */
final class EmptyApplication {

    private static final String MAIN = "empty.Empty";
    private static final String SOURCE = """
            package empty;

            @org.springframework.boot.autoconfigure.SpringBootApplication
            public class Empty {

                public static void main(String[] arguments) {
                    org.springframework.boot.SpringApplication.run(Empty.class, arguments);
                }
            }
            """;

    private EmptyApplication() {}

    /**
     * {@return what a JVM is called with to start it}
     *
     * @param shop the unpacked shop, with a folder {@code lib}
     * @param own what is not a library, as a regular expression
     */
    static List<String> in(Path shop, String own) throws IOException {
        var folder = Files.createDirectories(shop.resolve("empty"));
        var source = Files.writeString(folder.resolve("Empty.java"), SOURCE);
        var jar = folder.resolve("empty.jar");
        String classPath;
        try (var jars = Files.list(shop.resolve("lib"))) {
            classPath = Stream.concat(
                            Stream.of(jar),
                            jars.filter(it -> !it.getFileName().toString().matches(own))
                                    .sorted())
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
        run("javac", "-proc:none", "-parameters", "-d", folder.resolve("classes"), "-cp", classPath, source);
        run("jar", "--create", "--file", jar, "-C", folder.resolve("classes"), ".");
        return List.of("-cp", classPath, MAIN, "--spring.modulith.events.jdbc.schema-initialization.enabled=false");
    }

    private static void run(String tool, Object... arguments) throws IOException {
        var texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        if (ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, texts) != 0) {
            throw new IOException("%s failed: %s".formatted(tool, String.join(" ", texts)));
        }
    }
}
