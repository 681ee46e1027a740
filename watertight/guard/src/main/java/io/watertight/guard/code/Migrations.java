package io.watertight.guard.code;

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

/** SQL files where Flyway finds them, in sources first, so that messages point at them. */
public final class Migrations {

    /** What every migration stands on; it belongs to no module. */
    public static final String ROOT = "__root";

    private static final String FOLDER = "db/migration";

    private final List<Script> scripts = new ArrayList<>();

    Migrations(List<CodeUnit> units, List<Path> classPath) {
        Set<Path> seen = new HashSet<>();
        for (CodeUnit unit : units) {
            Set<String> known = new HashSet<>();
            Path resources = unit.resources();
            if (resources != null) {
                inFolder(resources, unit, true, known);
                inFolder(resources.resolveSibling("../../build/resources/main").normalize(), unit, false, known);
            }
            for (Path classes : unit.classes()) {
                seen.add(classes);
                inContainer(classes, unit, known);
            }
        }
        classPath.stream()
                .filter(it -> !seen.contains(it) && it.toString().endsWith(".jar"))
                .forEach(it -> inContainer(it, null, new HashSet<>()));
    }

    public List<Script> scripts() {
        return List.copyOf(scripts);
    }

    /** Whether there is a migration in the module's folder. */
    public boolean has(AppModule module) {
        return scripts.stream().anyMatch(it -> it.folder().equals(module.name()));
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
                    add(path, unit, sources ? it : null, root, Project.text(it));
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
                    byte[] bytes = jar.getInputStream(entry).readAllBytes();
                    add(path, unit, null, archive, new String(bytes, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String path, @Nullable CodeUnit unit, @Nullable Path file, Path container, String text) {
        int slash = path.indexOf('/');
        scripts.add(new Script(slash < 0 ? "" : path.substring(0, slash), path, unit, file, container, text));
    }

    private static boolean isScript(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".sql");
    }

    /**
     * One file.
     *
     * @param folder directly below {@code db/migration}; empty for a file that is there itself
     * @param path below {@code db/migration}
     * @param unit that brings it; null for a library
     * @param file among the sources; null if it was found elsewhere
     * @param container the folder of resources or the jar that holds it
     */
    public record Script(
            String folder,
            String path,
            @Nullable CodeUnit unit,
            @Nullable Path file,
            Path container,
            String text) {}
}
