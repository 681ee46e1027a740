package io.watertight.guard.proof;

import io.watertight.guard.code.Pom;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.springframework.util.FileSystemUtils;

/** A small application in a folder of its own, compiled unit by unit, each with the dependencies that its POM declares. */
final class Sample implements AutoCloseable {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** One for all, because it reads the directory of each library's jar. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private static final List<Path> LIBRARIES = Arrays.stream(
                    System.getProperty("surefire.real.class.path", System.getProperty("java.class.path"))
                            .split(File.pathSeparator))
            .map(Path::of)
            .filter(it -> it.toString().endsWith(".jar") || it.endsWith("guard/target/classes"))
            .toList();

    private final Path root;
    private final StringBuilder compilerOutput = new StringBuilder();

    private Sample(Path root) {
        this.root = root;
    }

    /** {@return a copy of the small multi-module shop, compiled} */
    static Sample cinema() {
        return compile(Path.of("src/test/samples/cinema"));
    }

    /** {@return a copy of the single-module code base that strangers build, compiled} */
    static Sample clinic() {
        return compile(Path.of("src/samples/23-clinic"));
    }

    private static Sample compile(Path sources) {
        try {
            Sample sample = new Sample(Files.createTempDirectory("sample"));
            copy(sources, sample.root);
            FileSystemUtils.deleteRecursively(sample.root.resolve("target"));
            for (Path unit : sample.units()) {
                sample.compile(unit, "main", javaFilesBelow(unit.resolve("src/main/java")));
                sample.copyResources(unit);
            }
            if (!sample.compilerOutput.isEmpty()) {
                throw new IllegalStateException("The sample does not compile:\n" + sample.compilerOutput);
            }
            return sample;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a copy with the fixture's files over it, compiled as far as the compiler allows} */
    Sample with(Map<String, String> files) {
        try {
            Sample changed = new Sample(Files.createTempDirectory("fixture"));
            copy(root, changed.root);
            for (var file : files.entrySet()) {
                Path path = changed.root.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            changed.compileJars("libraries");
            for (Path unit : changed.units()) {
                for (String kind : List.of("main", "test")) {
                    List<Path> sources = files.keySet().stream()
                            .filter(it -> it.endsWith(".java"))
                            .map(changed.root::resolve)
                            .filter(it -> it.startsWith(unit.resolve("src/" + kind + "/java")))
                            .toList();
                    changed.compile(unit, kind, sources);
                }
                changed.copyResources(unit);
            }
            changed.compileJars("jars");
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path root() {
        return root;
    }

    /** What javac refused; empty if nothing. */
    String compilerOutput() {
        return compilerOutput.toString();
    }

    /** What the application would run with, without the libraries. */
    List<Path> classpath() {
        try (Stream<Path> jars = Files.list(root.resolve("jars-on-the-classpath"))) {
            return Stream.concat(classFolders().stream(), jars.sorted()).toList();
        } catch (java.nio.file.NoSuchFileException _) {
            return classFolders();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> classFolders() {
        return units().stream()
                .map(it -> it.resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** In the order of the reactor, and then the folders that no POM lists. */
    private List<Path> units() {
        Pom pom = Pom.read(root.resolve("pom.xml"));
        return pom.modules().isEmpty()
                ? List.of(root)
                : pom.modules().stream()
                        .map(root::resolve)
                        .filter(Files::exists)
                        .toList();
    }

    private void compile(Path unit, String kind, List<Path> sources) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        Path classes = unit.resolve(kind.equals("main") ? "target/classes" : "target/test-classes");
        Files.createDirectories(classes);
        List<Path> classpath = new ArrayList<>(List.of(unit.resolve("target/classes")));
        if (kind.equals("test")) {
            classpath.add(classes);
        }
        Set<Path> dependencies = new LinkedHashSet<>();
        collectDependencies(unit, dependencies);
        dependencies.forEach(it -> classpath.add(it.resolve("target/classes")));
        classpath().stream().filter(it -> it.toString().endsWith(".jar")).forEach(classpath::add);
        classpath.addAll(LIBRARIES);
        javac(sources, classes, classpath);
    }

    /**
     * Classes below {@code jars/<name>/} become a jar that lies on the classpath; those below {@code libraries/<name>/} stand in
     * for a library that the application is compiled with.
     */
    private void compileJars(String kind) throws IOException {
        Path folder = root.resolve(kind);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> jars = Files.list(folder)) {
            for (Path jar : jars.toList()) {
                Path classes = Files.createTempDirectory("jar");
                List<Path> classpath = new ArrayList<>(classFolders());
                classpath.addAll(LIBRARIES);
                javac(javaFilesBelow(jar), classes, classpath);
                copyOtherFiles(jar, classes);
                Path archive = root.resolve("jars-on-the-classpath").resolve(jar.getFileName() + ".jar");
                Files.createDirectories(archive.getParent());
                try (var target = java.nio.file.FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
                    copy(classes, target.getPath("/"));
                }
                FileSystemUtils.deleteRecursively(classes);
            }
        }
    }

    private static void copyOtherFiles(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(it -> !it.toString().endsWith(".java"))
                    .toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private void javac(List<Path> sources, Path classes, List<Path> classpath) throws IOException {
        FILES.setLocationFromPaths(StandardLocation.CLASS_PATH, classpath);
        FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        StringWriter output = new StringWriter();
        List<String> options = List.of("-proc:none", "-parameters", "-g", "-nowarn");
        boolean compiled = COMPILER.getTask(
                        output, FILES, null, options, null, FILES.getJavaFileObjectsFromPaths(sources))
                .call();
        if (!compiled) {
            compilerOutput.append(output.toString().replace(root + "/", ""));
        }
    }

    private void collectDependencies(Path unit, Set<Path> found) {
        Pom pom = Pom.read(unit.resolve("pom.xml"));
        units().stream()
                .filter(other -> pom.dependencies().stream()
                        .anyMatch(
                                it -> it.artifactId().equals(other.getFileName().toString())))
                .filter(found::add)
                .forEach(it -> collectDependencies(it, found));
    }

    private void copyResources(Path unit) throws IOException {
        Path resources = unit.resolve("src/main/resources");
        if (Files.isDirectory(resources)) {
            copy(resources, unit.resolve("target/classes"));
        }
    }

    private static List<Path> javaFilesBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
