package io.watertight.guard.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files of folders and of jars. */
public final class FileTree {

    private FileTree() {}

    /**
     * Visits files in the order of their paths.
     *
     * @param below a folder within the container; empty for all of it
     * @param visitor gets the path below that folder, parted by slashes, and the file, which can be read until it returns
     */
    public static void each(Path folderOrJar, String below, BiConsumer<String, Path> visitor) {
        if (Files.isDirectory(folderOrJar)) {
            walk(folderOrJar.resolve(below), visitor);
        } else if (folderOrJar.toString().endsWith(".jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(folderOrJar)) {
                walk(jar.getPath("/").resolve(below), visitor);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void walk(Path root, BiConsumer<String, Path> visitor) {
        if (Files.isDirectory(root)) {
            try (Stream<Path> files = io(() -> Files.walk(root))) {
                files.filter(Files::isRegularFile)
                        .sorted()
                        .forEach(it ->
                                visitor.accept(root.relativize(it).toString().replace('\\', '/'), it));
            }
        }
    }

    /** {@return what comes of reading or writing}; a failure is nobody's to handle. */
    public static <T> T io(Access<T> access) {
        try {
            return access.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies in a file or in an entry of a jar. */
    public static byte[] bytes(URI uri) {
        return io(() -> {
            try (InputStream bytes = uri.toURL().openStream()) {
                return bytes.readAllBytes();
            }
        });
    }

    /** Reads or writes files. */
    public interface Access<T> {
        T run() throws IOException;
    }

    /** What lies directly in a folder; nothing if there is no such folder, or if it is closed to us as a database's is. */
    public static List<Path> children(@Nullable Path folder) {
        if (folder == null || !Files.isDirectory(folder) || !Files.isReadable(folder)) {
            return List.of();
        }
        return io(() -> {
            try (Stream<Path> children = Files.list(folder)) {
                return children.sorted().toList();
            }
        });
    }
}
