package io.watertight.guard.codebase;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One SQL file below {@code db/migration}.
 *
 * @param folder the first folder below {@code db/migration}, which is the name of a module; empty if it lies in none
 * @param name with the folders between
 * @param unit where it lies; null for a jar that holds none of the application's classes
 * @param file its source; null if it is known only from a jar or from what was built
 * @param container the folder or jar that holds it
 */
public record MigrationFile(
        String folder,
        String name,
        @Nullable CodeUnit unit,
        @Nullable Path file,
        Path container,
        String text) {

    /** {@code file:line}. */
    public String where(Codebase code, int line) {
        String path = file == null
                ? "%s!/db/migration/%s%s".formatted(container.getFileName(), folder.isEmpty() ? "" : folder + "/", name)
                : code.path(file);
        return "%s:%d".formatted(path, line);
    }

    /** The unit or the jar, in words. */
    public String room() {
        return unit == null ? "the jar %s".formatted(container.getFileName()) : "'%s'".formatted(unit.name());
    }

    @Override
    public String toString() {
        return "db/migration/%s%s".formatted(folder.isEmpty() ? "" : folder + "/", name);
    }
}
