package io.watertight.guard.codebase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds SQL files where Flyway would, in sources first, so that messages point at them. */
final class MigrationFinder {

    private static final String FOLDER = "db/migration";

    private final List<MigrationFile> found = new ArrayList<>();

    private MigrationFinder() {}

    static List<MigrationFile> find(List<CodeUnit> units, List<Path> classpath) {
        MigrationFinder finder = new MigrationFinder();
        Set<Path> containers = new HashSet<>();
        for (CodeUnit unit : units) {
            Set<String> sources = new HashSet<>();
            Path resources = unit.resources();
            if (resources != null && Files.isDirectory(resources)) {
                finder.inFolder(resources, unit, true, sources);
            }
            Path classes = unit.classes();
            if (classes != null) {
                containers.add(classes);
                finder.inContainer(classes, unit, sources);
            }
        }
        classpath.stream()
                .filter(it -> !containers.contains(it) && it.toString().endsWith(".jar"))
                .forEach(it -> finder.inContainer(it, null, new HashSet<>()));
        return finder.found;
    }

    private void inContainer(Path container, @Nullable CodeUnit unit, Set<String> known) {
        if (Files.isDirectory(container)) {
            inFolder(container, unit, false, known);
        } else if (container.toString().endsWith(".jar")) {
            inJar(container, unit, known);
        }
    }

    private void inFolder(Path root, @Nullable CodeUnit unit, boolean sources, Set<String> known) {
        Path folder = root.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(it -> isScript(it.toString())).sorted().forEach(it -> {
                String path = folder.relativize(it).toString().replace('\\', '/');
                if (known.add(path)) {
                    add(path, unit, sources ? it : null, root, ProjectFiles.text(it));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void inJar(Path archive, @Nullable CodeUnit unit, Set<String> known) {
        try (JarFile jar = new JarFile(archive.toFile())) {
            for (var entry : jar.stream()
                    .filter(it -> it.getName().startsWith(FOLDER + "/") && isScript(it.getName()))
                    .toList()) {
                String path = entry.getName().substring(FOLDER.length() + 1);
                if (known.add(path)) {
                    String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    add(path, unit, null, archive, text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String path, @Nullable CodeUnit unit, @Nullable Path file, Path container, String text) {
        int slash = path.indexOf('/');
        found.add(new MigrationFile(
                slash < 0 ? "" : path.substring(0, slash), path.substring(slash + 1), unit, file, container, text));
    }

    private static boolean isScript(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".sql");
    }
}
