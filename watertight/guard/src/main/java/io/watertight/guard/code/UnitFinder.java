package io.watertight.guard.code;

import io.watertight.guard.code.CodeUnit.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells which folders and jars hold the application, by the layouts of Maven and Gradle. */
final class UnitFinder {

    private static final Pattern COMPILED_TESTS =
            Pattern.compile("(.*)/(?:target/test-classes|build/classes/\\w+/[\\w-]*[tT]est\\w*|(?:out/test)/[^/]+)");
    /** Not any jar below {@code target}: surefire keeps one there that is nothing but a class path. */
    private static final Pattern COMPILED = Pattern.compile(
            "(.*)/(?:target/(?:classes|[^/]+\\.jar)|build/(?:classes/\\w+/main|libs/[^/]+\\.jar)|(?:out/production|bin)/[^/]+)");

    private final String mainClassFile;
    private final String baseFolder;
    private final @Nullable Project project;
    private final List<Path> classPath;
    private final Map<Path, Found> byFolder = new LinkedHashMap<>();

    UnitFinder(String mainClass, @Nullable Project project, List<Path> classPath) {
        this.mainClassFile = mainClass.replace('.', '/') + ".class";
        this.baseFolder = mainClass.replaceFirst("\\.?[^.]*$", "").replace('.', '/');
        this.project = project;
        this.classPath = classPath;
    }

    List<CodeUnit> find() {
        if (project != null) {
            project.poms().stream()
                    .filter(it -> it.modules().isEmpty()
                            || Files.isDirectory(it.folder().resolve("src/main")))
                    .forEach(it -> found(it.folder()).pom = it);
            unlisted();
        }
        List<CodeUnit> units = new ArrayList<>();
        for (Path entry : classPath) {
            String path = entry.toString().replace('\\', '/');
            Matcher tests = COMPILED_TESTS.matcher(path);
            Matcher main = COMPILED.matcher(path);
            if (tests.matches() && isInProject(Path.of(tests.group(1)))) {
                found(Path.of(tests.group(1))).tests.add(entry);
            } else if (main.matches()
                    && isInProject(Path.of(main.group(1)))
                    && !path.matches(".*-(tests|sources)\\.jar")) {
                found(Path.of(main.group(1))).add(entry);
            } else if (project != null && Files.isDirectory(entry) && holds(entry, baseFolder)) {
                // Of no layout that is known, but no jar from elsewhere either.
                Found root = found(project.root());
                (path.matches(".*[tT]est[^/]*") ? root.tests : root.classes).add(entry);
            } else if (!isOfReactor(entry) && holds(entry, mainClassFile)) {
                units.add(new CodeUnit(
                        "" + entry.getFileName(), Role.APPLICATION, null, null, List.of(entry), List.of()));
            }
        }
        byFolder.forEach((folder, it) -> units.add(unit(folder, it)));
        return units;
    }

    private boolean isInProject(Path folder) {
        return project != null && folder.startsWith(project.root());
    }

    /** Folders below {@code modules/} that no POM lists: nobody builds them, and the census says so. */
    private void unlisted() {
        if (project == null || project.poms().isEmpty()) {
            return;
        }
        for (Path folder : FileTree.children(project.root().resolve("modules"))) {
            if (Files.isDirectory(folder.resolve("src"))) {
                Found found = found(folder);
                if (found.pom == null && Files.exists(folder.resolve("pom.xml"))) {
                    found.pom = Pom.read(folder.resolve("pom.xml"));
                }
            }
        }
    }

    /** From the local Maven repository, when only a part of the reactor is built. */
    private boolean isOfReactor(Path entry) {
        Path artifact = entry.resolve("../..").normalize();
        Optional<Pom> pom = Stream.ofNullable(project)
                .filter(_ -> entry.toString().endsWith(".jar"))
                .flatMap(it -> it.poms().stream())
                .filter(it -> artifact.endsWith(it.groupId().replace('.', '/') + "/" + it.artifactId()))
                .findFirst();
        pom.ifPresent(it -> found(it.folder()).add(entry));
        return pom.isPresent();
    }

    private CodeUnit unit(Path folder, Found found) {
        List<Path> classes = found.classes.isEmpty() ? existing(folder, "target/classes") : found.classes;
        List<Path> tests = found.tests.isEmpty() ? existing(folder, "target/test-classes") : found.tests;
        return new CodeUnit("" + folder.getFileName(), role(folder, classes), folder, found.pom, classes, tests);
    }

    private Role role(Path folder, List<Path> classes) {
        if (classes.stream().anyMatch(it -> holds(it, mainClassFile))) {
            return Role.APPLICATION;
        }
        boolean module = folder.getParent() != null && folder.getParent().endsWith("modules") && isInProject(folder);
        return module || classes.stream().anyMatch(it -> holds(it, baseFolder)) ? Role.MODULE : Role.TECHNICAL;
    }

    private Found found(Path folder) {
        return byFolder.computeIfAbsent(folder, _ -> new Found());
    }

    private static List<Path> existing(Path folder, String name) {
        return Stream.of(folder.resolve(name)).filter(Files::isDirectory).toList();
    }

    static boolean holds(Path folderOrJar, String entry) {
        if (Files.isDirectory(folderOrJar)) {
            return Files.exists(folderOrJar.resolve(entry));
        }
        return folderOrJar.toString().endsWith(".jar")
                && FileTree.io(() -> {
                    try (JarFile jar = new JarFile(folderOrJar.toFile())) {
                        return jar.stream().map(JarEntry::getName).anyMatch(it -> (it + "/").startsWith(entry + "/"));
                    }
                });
    }

    private static final class Found {

        private final List<Path> classes = new ArrayList<>();
        private final List<Path> tests = new ArrayList<>();
        private @Nullable Pom pom;

        /** Gradle keeps a folder for each language; of a jar and a folder, the first is what the JVM reads. */
        void add(Path entry) {
            if (classes.isEmpty() || (Files.isDirectory(entry) && Files.isDirectory(classes.getFirst()))) {
                classes.add(entry);
            }
        }
    }
}
