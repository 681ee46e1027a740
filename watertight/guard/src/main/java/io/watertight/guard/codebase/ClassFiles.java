package io.watertight.guard.codebase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The class files in a folder or jar. */
final class ClassFiles {

    private ClassFiles() {}

    /** {@return what the classes below a package say, by their names; of all packages if it is empty} */
    static Map<String, ClassFacts> factsIn(Path folderOrJar, String basePackage) {
        Map<String, ClassFacts> facts = new TreeMap<>();
        try {
            if (Files.isDirectory(folderOrJar)) {
                collect(folderOrJar, basePackage, facts);
            } else {
                try (var jar = FileSystems.newFileSystem(folderOrJar)) {
                    collect(jar.getPath("/"), basePackage, facts);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts;
    }

    private static void collect(Path root, String basePackage, Map<String, ClassFacts> facts) throws IOException {
        Path start = basePackage.isEmpty() ? root : root.resolve(basePackage.replace('.', '/'));
        if (!Files.isDirectory(start)) {
            return;
        }
        try (Stream<Path> files = Files.walk(start)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".class"))
                    .filter(it -> !it.startsWith(root.resolve("META-INF")) && !it.endsWith("module-info.class"))
                    .toList()) {
                ClassFacts found = ClassFactsReader.read(Files.readAllBytes(file));
                facts.put(found.name(), found);
            }
        }
    }
}
