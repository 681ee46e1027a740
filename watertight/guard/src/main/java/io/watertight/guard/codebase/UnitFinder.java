package io.watertight.guard.codebase;

import io.watertight.guard.codebase.CodeUnit.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells which folders and jars hold the application, and what each is for. */
final class UnitFinder {

    private static final String MODULES = "modules";

    private final String mainClassFile;
    private final String baseFolder;
    private final @Nullable Reactor reactor;
    private final List<Path> classpath;

    UnitFinder(String mainClass, String basePackage, @Nullable Reactor reactor, List<Path> classpath) {
        this.mainClassFile = mainClass.replace('.', '/') + ".class";
        this.baseFolder = basePackage.replace('.', '/');
        this.reactor = reactor;
        this.classpath = classpath;
    }

    List<CodeUnit> find() {
        List<CodeUnit> units = new ArrayList<>();
        if (reactor != null) {
            reactor.poms().stream()
                    .filter(it -> it.modules().isEmpty()
                            || Files.isDirectory(it.folder().resolve("src/main")))
                    .map(this::unit)
                    .forEach(units::add);
            unlistedModules().forEach(units::add);
        }
        List<Path> taken =
                units.stream().map(CodeUnit::classes).filter(Objects::nonNull).toList();
        classpath.stream()
                .filter(it -> !taken.contains(it) && !belongsToReactor(it) && holds(it, baseFolder))
                .map(it -> new CodeUnit(
                        it.getFileName().toString(),
                        holds(it, mainClassFile) ? Role.APPLICATION : Role.STRANGER,
                        null,
                        it,
                        null))
                .forEach(units::add);
        return units;
    }

    /** Folders below {@code modules/} that no POM lists: nobody builds them, and the census says so. */
    private List<CodeUnit> unlistedModules() {
        Path folder = Objects.requireNonNull(reactor).root().resolve(MODULES);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(it -> Files.isDirectory(it.resolve("src")))
                    .filter(it -> reactor.poms().stream()
                            .noneMatch(pom -> pom.folder().equals(it)))
                    .sorted()
                    .map(it -> new CodeUnit(
                            it.getFileName().toString(),
                            Role.MODULE,
                            Files.exists(it.resolve("pom.xml")) ? Pom.read(it.resolve("pom.xml")) : null,
                            ifDirectory(it.resolve("target/classes")),
                            null))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CodeUnit unit(Pom pom) {
        Path target = pom.folder().resolve("target");
        Path classes = classpath.stream()
                .filter(it -> it.startsWith(target) && !it.endsWith("test-classes"))
                .findFirst()
                .or(() -> classpath.stream().filter(it -> isJarOf(pom, it)).findFirst())
                .orElseGet(() -> ifDirectory(target.resolve("classes")));
        return new CodeUnit(
                pom.folder().getFileName().toString(),
                role(pom, classes),
                pom,
                classes,
                ifDirectory(target.resolve("test-classes")));
    }

    private Role role(Pom pom, @Nullable Path classes) {
        if (classes != null && holds(classes, mainClassFile)) {
            return Role.APPLICATION;
        }
        Path parent = pom.folder().getParent();
        if (parent != null
                && parent.equals(Objects.requireNonNull(reactor).root().resolve(MODULES))) {
            return Role.MODULE;
        }
        return classes != null && isMostlyOfTheApplication(classes) ? Role.KERNEL : Role.TECHNICAL;
    }

    /** One class in a borrowed package makes no kernel of the platform, nor one stray class something else of the kernel. */
    private boolean isMostlyOfTheApplication(Path classes) {
        if (!holds(classes, baseFolder)) {
            return false;
        }
        var all = ClassFiles.factsIn(classes, "").keySet();
        long own = all.stream()
                .filter(it -> it.startsWith(baseFolder.replace('/', '.') + "."))
                .count();
        return own * 2 > all.size();
    }

    /** From the local Maven repository, when only a part of the reactor is built. */
    private static boolean isJarOf(Pom pom, Path entry) {
        String path = entry.toString().replace('\\', '/');
        return path.contains("/%s/%s/".formatted(pom.groupId().replace('.', '/'), pom.artifactId()))
                && path.matches(".*/%s-[^/]*\\.jar".formatted(java.util.regex.Pattern.quote(pom.artifactId())));
    }

    private boolean belongsToReactor(Path entry) {
        return reactor != null
                && reactor.poms().stream()
                        .anyMatch(it -> entry.startsWith(it.folder().resolve("target")));
    }

    private static @Nullable Path ifDirectory(Path folder) {
        return Files.isDirectory(folder) ? folder : null;
    }

    private static boolean holds(Path folderOrJar, String entry) {
        if (Files.isDirectory(folderOrJar)) {
            return Files.exists(folderOrJar.resolve(entry));
        }
        if (!folderOrJar.toString().endsWith(".jar")) {
            return false;
        }
        try (JarFile jar = new JarFile(folderOrJar.toFile())) {
            return jar.stream().anyMatch(it -> it.getName().startsWith(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
