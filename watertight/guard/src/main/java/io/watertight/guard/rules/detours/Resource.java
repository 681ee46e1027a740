package io.watertight.guard.rules.detours;

import io.watertight.guard.codebase.CodeUnit;
import io.watertight.guard.codebase.CodeUnit.Role;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.codebase.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file that lies beside the classes of a guarded unit, as it is packed: wherever the build took it from.
 *
 * @param entry its path, as the class path knows it
 * @param file null in a jar
 */
record Resource(CodeUnit unit, String entry, @Nullable Path file) {

    /** {@return all but classes and what Maven adds} */
    static List<Resource> of(Codebase code) {
        List<Resource> all = new ArrayList<>();
        for (CodeUnit unit : code.units()) {
            if (unit.role() != Role.TECHNICAL && unit.classes() != null) {
                collect(unit, unit.classes(), all);
            }
        }
        return all;
    }

    private static void collect(CodeUnit unit, Path classes, List<Resource> all) {
        try {
            if (Files.isDirectory(classes)) {
                try (Stream<Path> files = Files.walk(classes)) {
                    files.filter(it -> !it.toString().endsWith(".class") && Files.isRegularFile(it))
                            .sorted()
                            .map(it -> new Resource(
                                    unit, classes.relativize(it).toString().replace('\\', '/'), it))
                            .forEach(all::add);
                }
            } else if (classes.toString().endsWith(".jar")) {
                try (JarFile jar = new JarFile(classes.toFile())) {
                    jar.stream()
                            .filter(it -> !it.isDirectory() && !it.getName().endsWith(".class"))
                            .map(it -> new Resource(unit, it.getName(), null))
                            .forEach(all::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isNamed(String... endings) {
        return Stream.of(endings).anyMatch(entry::endsWith);
    }

    String text() {
        return file != null
                ? ProjectFiles.text(file)
                : ProjectFiles.read(java.util.Objects.requireNonNull(unit.classes()), entry)
                        .orElse("");
    }

    /** Whose file it is; null if it is no module's. */
    @Nullable
    DomainModule owner(Codebase code) {
        return code.modules().stream()
                .filter(it -> it.unit().equals(unit) && unit.role() == Role.MODULE)
                .findFirst()
                .orElse(null);
    }

    String room() {
        return switch (unit.role()) {
            case MODULE -> "module '%s'".formatted(unit.name());
            case APPLICATION -> "the application";
            case KERNEL -> "the shared kernel";
            default -> "the jar %s".formatted(unit.name());
        };
    }

    /** The source of it, where it is one. */
    String where(Codebase code, int line) {
        Path source = unit.resources() == null ? null : unit.resources().resolve(entry);
        if (source != null && Files.exists(source)) {
            return "%s:%d".formatted(code.path(source), line);
        }
        return "%s:%d (in %s)".formatted(entry, line, unit.name());
    }
}
