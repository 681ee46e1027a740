package io.watertight.benchmarks.growth;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * An application of many modules that follow the pattern, each of which asks the one before it.
 *
 * @param root of its reactor
 * @param modules how many there are
 */
record GeneratedApplication(Path root, int modules) {

    static final String MAIN_CLASS = "org.growth.GrowthApplication";

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** {@return an application of that many modules, written and compiled} */
    static GeneratedApplication in(Path root, int modules) {
        GeneratedApplication application = new GeneratedApplication(root, modules);
        try {
            application.write(root, Templates.root(modules));
            application.compile(root.resolve("shared-kernel"), Templates.kernel());
            for (int i = 0; i < modules; i++) {
                application.compile(root.resolve("modules").resolve(Templates.module(i)), Templates.moduleFiles(i));
            }
            application.compile(root.resolve("app"), Templates.application(modules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return application;
    }

    List<Path> classpath() {
        return Stream.of(
                        Stream.of("shared-kernel", "app"),
                        IntStream.range(0, modules).mapToObj(it -> "modules/" + Templates.module(it)))
                .flatMap(it -> it)
                .map(it -> root.resolve(it).resolve("target/classes"))
                .toList();
    }

    int classes() {
        return classpath().stream().mapToInt(GeneratedApplication::classesIn).sum();
    }

    private static int classesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return (int) files.filter(it -> it.toString().endsWith(".class")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path folder, Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private void compile(Path unit, Map<String, String> files) throws IOException {
        write(unit, files);
        Path classes = Files.createDirectories(unit.resolve("target/classes"));
        List<Path> sources = files.keySet().stream()
                .filter(it -> it.endsWith(".java"))
                .map(unit::resolve)
                .toList();
        List<String> classpath = new ArrayList<>(
                classpath().stream().filter(Files::exists).map(Path::toString).toList());
        classpath.add(System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")));
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager manager = COMPILER.getStandardFileManager(null, null, null)) {
            boolean compiled = COMPILER.getTask(
                            output,
                            manager,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-parameters",
                                    "-g",
                                    "-d",
                                    classes.toString(),
                                    "-classpath",
                                    String.join(File.pathSeparator, classpath)),
                            null,
                            manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("The generated module does not compile:\n" + output);
            }
        }
    }
}
