package io.watertight.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checkout as it will be: reads see what was planned, and nothing is written. Paths are relative to the root, with slashes.
 * Texts have line feeds in here; a file that has other line ends keeps them.
 */
final class Plan {

    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", ".postgres", ".idea", ".vscode", "node_modules");

    private final Path root;
    /** What a path will hold; empty if it is deleted. */
    private final SortedMap<String, Optional<byte[]>> changes = new TreeMap<>();
    /** Where a moved file was. */
    private final Map<String, String> origins = new HashMap<>();

    Plan(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    SortedMap<String, Optional<byte[]>> changes() {
        return Collections.unmodifiableSortedMap(changes);
    }

    Optional<String> originOf(String path) {
        return Optional.ofNullable(origins.get(path));
    }

    boolean exists(String path) {
        return changes.containsKey(path) ? changes.get(path).isPresent() : Files.isRegularFile(root.resolve(path));
    }

    byte[] bytes(String path) {
        return content(path).orElseThrow(() -> new ToolException("There is no file " + path + "."));
    }

    String read(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** Whether it can be read as text. */
    boolean isText(String path) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(path)))
                    .toString();
            return text.indexOf('\0') < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    void write(String path, String text) {
        boolean crlf = exists(path) ? hasCarriageReturns(bytes(path)) : checkoutHasCarriageReturns() && isPlain(path);
        put(path, (crlf ? text.replace("\n", "\r\n") : text).getBytes(StandardCharsets.UTF_8));
    }

    void put(String path, byte[] bytes) {
        Optional<byte[]> before = onDisk(path);
        if (before.isPresent() && Arrays.equals(before.get(), bytes)) {
            changes.remove(path);
        } else {
            changes.put(path, Optional.of(bytes));
        }
    }

    void delete(String path) {
        if (onDisk(path).isPresent()) {
            changes.put(path, Optional.empty());
        } else {
            changes.remove(path);
        }
    }

    void deleteAll(String folder) {
        files(folder).forEach(this::delete);
    }

    void move(String from, String to) {
        byte[] bytes = bytes(from);
        if (exists(to)) {
            throw new ToolException("%s cannot become %s, which is there already.".formatted(from, to));
        }
        delete(from);
        put(to, bytes);
        origins.put(to, Optional.ofNullable(origins.remove(from)).orElse(from));
    }

    /** The files below a folder, those of builds and of git left out; all of them for an empty name. */
    SortedSet<String> files(String folder) {
        SortedSet<String> files = new TreeSet<>();
        Path start = root.resolve(folder);
        if (Files.isDirectory(start)) {
            walk(start, files);
        }
        String prefix = folder.isEmpty() ? "" : folder + "/";
        changes.forEach((path, content) -> {
            if (content.isEmpty()) {
                files.remove(path);
            } else if (path.startsWith(prefix)) {
                files.add(path);
            }
        });
        return files;
    }

    private void walk(Path start, SortedSet<String> files) {
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        files.add(root.relativize(file).toString().replace('\\', '/'));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String summary() {
        long moved = changes.keySet().stream().filter(this::isMoved).count();
        long deleted = changes.values().stream().filter(Optional::isEmpty).count() - moved;
        long added = changes.keySet().stream().filter(this::isNew).count() - moved;
        return Stream.of(
                        counted(changes.size() - deleted - added - 2 * moved, "changed"),
                        counted(added, "added"),
                        counted(moved, "moved"),
                        counted(deleted, "deleted"))
                .filter(it -> !it.startsWith("0 "))
                .collect(Collectors.joining(", "));
    }

    private boolean isNew(String path) {
        return changes.get(path).isPresent() && onDisk(path).isEmpty();
    }

    private boolean isMoved(String path) {
        return isNew(path)
                && originOf(path)
                        .filter(it -> onDisk(it).isPresent() && !exists(it))
                        .isPresent();
    }

    private static String counted(long files, String how) {
        return files + (files == 1 ? " file " : " files ") + how;
    }

    Optional<byte[]> onDisk(String path) {
        Path file = root.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> content(String path) {
        return changes.containsKey(path) ? changes.get(path) : onDisk(path);
    }

    private boolean checkoutHasCarriageReturns() {
        return exists("pom.xml") && hasCarriageReturns(bytes("pom.xml"));
    }

    /** Not read by a shell, which takes a carriage return for a part of the word before it. */
    private static boolean isPlain(String path) {
        return List.of(".java", ".xml", ".sql", ".html", ".properties", ".md", ".yml").stream()
                .anyMatch(path::endsWith);
    }

    private static boolean hasCarriageReturns(byte[] bytes) {
        for (int i = 1; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return bytes[i - 1] == '\r';
            }
        }
        return false;
    }
}
