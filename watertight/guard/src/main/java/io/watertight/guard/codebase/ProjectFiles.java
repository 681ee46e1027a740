package io.watertight.guard.codebase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;

/**
 * The files that somebody keeps in the project, without what tools make of them.
 *
 * @param all in order
 */
public record ProjectFiles(List<Path> all) {

    private static final Set<String> LEFT_OUT =
            Set.of("target", ".git", "node_modules", ".idea", "samples", "fixtures");

    public ProjectFiles {
        all = List.copyOf(all);
    }

    /** {@return the files below the reactor's root; none without a reactor} */
    public static ProjectFiles of(Codebase code) {
        Reactor reactor = code.reactor();
        if (reactor == null) {
            return new ProjectFiles(List.of());
        }
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(reactor.root(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return LEFT_OUT.contains(String.valueOf(folder.getFileName())) && !folder.equals(reactor.root())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    // A database's own folder may be closed to us; nobody keeps sources there.
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProjectFiles(found.stream().sorted().toList());
    }

    public static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the text of an entry of a folder or jar; empty if there is none} */
    public static Optional<String> read(Path folderOrJar, String entry) {
        if (Files.isDirectory(folderOrJar)) {
            Path file = folderOrJar.resolve(entry);
            return Files.isRegularFile(file) ? Optional.of(text(file)) : Optional.empty();
        }
        if (!folderOrJar.toString().endsWith(".jar")) {
            return Optional.empty();
        }
        try (JarFile jar = new JarFile(folderOrJar.toFile())) {
            var found = jar.getJarEntry(entry);
            return found == null
                    ? Optional.empty()
                    : Optional.of(new String(jar.getInputStream(found).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
