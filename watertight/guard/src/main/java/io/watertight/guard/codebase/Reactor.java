package io.watertight.guard.codebase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Maven projects that are built together.
 *
 * @param root the folder of the topmost one
 * @param poms the topmost one first
 */
public record Reactor(Path root, List<Pom> poms) {

    public Reactor {
        poms = List.copyOf(poms);
    }

    /** {@return the reactor around a folder or file; null if there is none} */
    static @Nullable Reactor around(Path start) {
        Path folder = Files.isDirectory(start) ? start : start.getParent();
        while (folder != null && !Files.exists(folder.resolve("pom.xml"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            return null;
        }
        Path root = folder;
        for (Path above = root.getParent(); above != null; above = above.getParent()) {
            if (lists(above, root)) {
                root = above;
            }
        }
        List<Pom> poms = new ArrayList<>();
        collect(root, poms);
        return new Reactor(root, poms);
    }

    public Pom rootPom() {
        return poms.getFirst();
    }

    private static boolean lists(Path above, Path below) {
        Path file = above.resolve("pom.xml");
        return Files.exists(file)
                && Pom.read(file).modules().stream()
                        .map(it -> above.resolve(it).normalize())
                        .anyMatch(it -> it.equals(below) || below.startsWith(it));
    }

    private static void collect(Path folder, List<Pom> poms) {
        Path file = folder.resolve("pom.xml");
        if (!Files.exists(file)) {
            return;
        }
        Pom pom = Pom.read(file);
        poms.add(pom);
        pom.modules().forEach(it -> collect(folder.resolve(it).normalize(), poms));
    }
}
