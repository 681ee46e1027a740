package io.watertight.guard.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for classes with {@code @SpringBootApplication}: the constant pool of such a class holds the annotation's name. */
final class MainClasses {

    private static final String MARK = "Lorg/springframework/boot/autoconfigure/SpringBootApplication;";

    private MainClasses() {}

    /**
     * {@return the only one}
     *
     * @throws IllegalArgumentException if there is none, or several
     */
    static String onlyOne(List<Path> classes) {
        List<String> found =
                classes.stream().flatMap(it -> in(it).stream()).distinct().toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    found.isEmpty()
                            ? "There is no class with @SpringBootApplication in --classes; name the main class by --main."
                            : "There are several classes with @SpringBootApplication; name one by --main: " + found);
        }
        String main = found.getFirst();
        if (main.startsWith("BOOT-INF.")) {
            throw new IllegalArgumentException(
                    "--classes is an executable jar of Spring Boot. Name what it was made of: target/classes or build/classes/java/main.");
        }
        return main;
    }

    private static List<String> in(Path folderOrJar) {
        try {
            if (Files.isDirectory(folderOrJar)) {
                return below(folderOrJar);
            }
            try (FileSystem jar = FileSystems.newFileSystem(folderOrJar)) {
                return below(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> below(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(it -> it.toString().endsWith(".class") && isMarked(it))
                    .map(it -> root.relativize(it).toString().replaceFirst("\\.class$", ""))
                    .map(it -> it.replace('/', '.').replace('\\', '.'))
                    .toList();
        }
    }

    private static boolean isMarked(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
