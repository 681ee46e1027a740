package io.watertight.guard.code;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SQL files where Flyway finds them, in sources first, so that messages point at them. What libraries repeat counts once. */
public final class Migrations {

    private static final String FOLDER = "db/migration";
    /** What every migration stands on; it belongs to no module. */
    public static final String ROOT = "__root";

    private final List<Script> scripts = new ArrayList<>();

    Migrations(List<CodeUnit> units, List<Path> classPath) {
        Set<String> own = new HashSet<>();
        for (CodeUnit unit : units) {
            Set<String> known = new HashSet<>();
            Path resources = unit.resources();
            if (resources != null) {
                add(resources, unit, true, known);
                add(resources.resolveSibling("../../build/resources/main").normalize(), unit, false, known);
            }
            unit.classes().forEach(it -> add(it, unit, false, known));
            own.addAll(known);
        }
        classPath.stream().filter(it -> it.toString().endsWith(".jar")).forEach(it -> add(it, null, false, own));
    }

    public List<Script> scripts() {
        return List.copyOf(scripts);
    }

    private void add(Path container, @Nullable CodeUnit unit, boolean sources, Set<String> known) {
        FileTree.each(container, FOLDER, (path, file) -> {
            if (path.toLowerCase(Locale.ROOT).endsWith(".sql") && known.add(path)) {
                String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
                scripts.add(new Script(folder, path, unit, sources ? file : null, container, Project.text(file)));
            }
        });
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
