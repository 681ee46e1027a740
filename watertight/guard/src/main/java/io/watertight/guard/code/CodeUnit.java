package io.watertight.guard.code;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Code that is compiled together: one project of Maven or Gradle, or one jar that came from elsewhere.
 *
 * @param name of its folder; of the jar
 * @param role what the code in it is for
 * @param folder of the project; null for a jar from elsewhere
 * @param pom null where there is none
 * @param classes folders and jars that hold its classes; empty if it has not been compiled
 * @param tests the same of its tests
 */
public record CodeUnit(
        String name,
        Role role,
        @Nullable Path folder,
        @Nullable Pom pom,
        List<Path> classes,
        List<Path> tests) {

    /** What the code of a unit is for; it decides which rules look at it. */
    public enum Role {
        /** One module of the application, or several. */
        MODULE,
        /** The main class, and what puts the modules together; in a single project, all of the code. */
        APPLICATION,
        /** Shared modules alone. */
        KERNEL,
        /** Nothing in the application's packages. */
        TECHNICAL
    }

    /** In a sentence about code of no module. */
    String inWords() {
        return role == Role.APPLICATION ? "the application" : "'%s'".formatted(name);
    }

    /** Folders of sources that people write, {@code src/main/java} and the like; else {@code src} itself. */
    public List<Path> sources() {
        Path src = folder == null ? null : folder.resolve("src");
        List<Path> found = FileTree.children(src).stream()
                .flatMap(it -> Stream.of(it.resolve("java"), it.resolve("kotlin")))
                .filter(Files::isDirectory)
                .toList();
        return !found.isEmpty() || src == null || !Files.isDirectory(src) ? found : List.of(src);
    }

    public @Nullable Path resources() {
        return folder == null ? null : folder.resolve("src/main/resources");
    }
}
