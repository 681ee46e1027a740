package io.watertight.guard.code;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is built together, by Maven or Gradle: the folder of the topmost project, and Maven's POMs below it. */
public final class Project {

    private static final Set<String> LEFT_OUT =
            Set.of("target", "build", ".git", ".gradle", "node_modules", ".idea", "samples", "fixtures");

    private final Path root;
    private final List<Pom> poms = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();

    Project(Path root) {
        this.root = root;
        collect(root, poms);
        collectFiles(root, files);
    }

    /** {@return the project around a folder or file; null if nothing there says what is built} */
    static @Nullable Project around(Path start) {
        Path root = null;
        for (Path above = start; above != null; above = above.getParent()) {
            if (root == null ? isBuilt(above) : holds(above, root)) {
                root = above;
            }
        }
        return root == null ? null : new Project(root);
    }

    private static boolean isBuilt(Path folder) {
        return Stream.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts")
                .anyMatch(it -> Files.exists(folder.resolve(it)));
    }

    private static boolean holds(Path above, Path below) {
        Path file = above.resolve("pom.xml");
        return Files.exists(above.resolve("settings.gradle"))
                || Files.exists(above.resolve("settings.gradle.kts"))
                || Files.exists(file)
                        && Pom.read(file).modules().stream()
                                .map(it -> above.resolve(it).normalize())
                                .anyMatch(it -> below.equals(it) || (below.startsWith(it) && holds(it, below)));
    }

    private static void collect(Path folder, List<Pom> poms) {
        Path file = folder.resolve("pom.xml");
        if (Files.exists(file)) {
            Pom pom = Pom.read(file);
            poms.add(pom);
            pom.modules().forEach(it -> collect(folder.resolve(it).normalize(), poms));
        }
    }

    public Path root() {
        return root;
    }

    /** The topmost first; empty where Maven builds nothing. */
    public List<Pom> poms() {
        return poms;
    }

    /** A file as the reader of a message would look for it. */
    public String path(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(root) ? root.relativize(absolute) : file;
        return shown.toString().replace('\\', '/');
    }

    /** The files that somebody keeps below the root, without what tools make of them, by a pattern of their paths. */
    public List<Path> files(String pattern) {
        Pattern path = Pattern.compile(pattern);
        return files.stream().filter(it -> path.matcher(path(it)).matches()).toList();
    }

    private static void collectFiles(Path folder, List<Path> found) {
        for (Path it : FileTree.children(folder)) {
            if (Files.isRegularFile(it) && Files.isReadable(it)) {
                found.add(it);
            } else if (Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS)
                    && !LEFT_OUT.contains(String.valueOf(it.getFileName()))) {
                collectFiles(it, found);
            }
        }
    }

    public static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Path file) {
        return FileTree.io(() -> Files.readAllBytes(file));
    }

    /** The first line that holds the text; 1 if none does. */
    public static int lineOf(String text, String part) {
        String before = text.substring(0, Math.max(0, text.indexOf(part)));
        return 1 + (int) before.chars().filter(it -> it == '\n').count();
    }
}
