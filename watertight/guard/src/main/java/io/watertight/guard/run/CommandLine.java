package io.watertight.guard.run;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.report.Report;
import io.watertight.guard.report.ReportFiles;
import io.watertight.guard.report.RuleResult;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Examines compiled classes from a command line. */
final class CommandLine {

    private static final String USAGE = """
        java -jar guard.jar --classes <folders and jars> [--sources <folder>] [options]

          --classes    what the application is compiled into, parted by '%s'; its test classes as well
          --sources    the root of the project, for lines in messages, migrations and settings; otherwise the current folder
          --libraries  jars that the application runs with, or folders of them; without them annotations of annotations are not known
          --main       the class with @SpringBootApplication, if there are several
          --level      CORE or STRICT; without it, findings of STRICT are warnings
          --report     where report.md and guard.sarif are written; otherwise target/guard or build/guard
        """.formatted(File.pathSeparator);
    private static final Set<String> OPTIONS =
            Set.of("--classes", "--sources", "--libraries", "--main", "--level", "--report");

    private final List<String> arguments;

    CommandLine(String[] arguments) {
        this.arguments = List.of(arguments);
    }

    /** {@return 0 if nothing fails, 1 if something does, 2 if nothing could be examined} */
    int run() {
        if (!isValid() || option("--classes") == null) {
            System.err.print(USAGE);
            return 2;
        }
        try {
            return examine();
        } catch (AssertionError | IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private boolean isValid() {
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!OPTIONS.contains(arguments.get(i)) || i + 1 == arguments.size()) {
                return false;
            }
        }
        return true;
    }

    private int examine() {
        List<Path> classPath = new ArrayList<>(paths(option("--classes")));
        String main = option("--main");
        String mainClass = main == null ? mainClass(classPath) : main;
        paths(option("--libraries")).forEach(it -> classPath.addAll(jars(it)));
        String sources = option("--sources");
        CodeBase code = CodeBase.of(mainClass, Path.of(sources == null ? "" : sources), classPath);
        String level = option("--level");
        Report report = new Examination(
                        code,
                        Clock.systemUTC(),
                        EnumSet.allOf(RuleGroup.class),
                        Set.of(),
                        level == null ? null : Level.valueOf(level))
                .examine();
        String folder = option("--report");
        ReportFiles files = new ReportFiles(folder == null ? ReportFiles.buildFolder() : Path.of(folder), "");
        files.write(report);
        report.results().stream()
                .filter(it -> it.fails() && !it.findings().isEmpty())
                .map(RuleResult::message)
                .forEach(it -> System.out.println(it + System.lineSeparator()));
        System.out.print(files.console(report));
        return report.failures().isEmpty() ? 0 : 1;
    }

    private @Nullable String option(String name) {
        int at = arguments.indexOf(name);
        return at < 0 ? null : arguments.get(at + 1);
    }

    private static List<Path> paths(@Nullable String option) {
        return option == null
                ? List.of()
                : Arrays.stream(option.split(File.pathSeparator))
                        .filter(it -> !it.isBlank())
                        .map(it -> Path.of(it).toAbsolutePath().normalize())
                        .filter(Files::exists)
                        .toList();
    }

    private static List<Path> jars(Path folderOrJar) {
        if (!Files.isDirectory(folderOrJar)) {
            return List.of(folderOrJar);
        }
        try (Stream<Path> files = Files.list(folderOrJar)) {
            return files.filter(it -> it.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The constant pool of a class that bears the annotation holds its name. */
    private static String mainClass(List<Path> classes) {
        List<String> found = classes.stream()
                .flatMap(it -> MainClasses.in(it).stream())
                .distinct()
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    found.isEmpty()
                            ? "There is no class with @SpringBootApplication in --classes; name the main class by"
                                    + " --main."
                            : "There are several classes with @SpringBootApplication; name one by --main: " + found);
        }
        return found.getFirst();
    }

    /** Looks for classes with {@code @SpringBootApplication}. */
    private static final class MainClasses {

        private static final byte[] MARK = "Lorg/springframework/boot/autoconfigure/SpringBootApplication;"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        static List<String> in(Path folderOrJar) {
            List<String> found = new ArrayList<>();
            try {
                if (Files.isDirectory(folderOrJar)) {
                    try (Stream<Path> files = Files.walk(folderOrJar)) {
                        for (Path it : files.filter(file -> file.toString().endsWith(".class"))
                                .toList()) {
                            add(folderOrJar.relativize(it).toString(), Files.readAllBytes(it), found);
                        }
                    }
                } else {
                    try (JarFile jar = new JarFile(folderOrJar.toFile())) {
                        for (JarEntry it : jar.stream()
                                .filter(entry -> entry.getName().endsWith(".class"))
                                .toList()) {
                            add(it.getName(), jar.getInputStream(it).readAllBytes(), found);
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return found;
        }

        private static void add(String file, byte[] bytes, List<String> found) {
            boolean test = file.contains("test-classes");
            if (!test
                    && new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                            .contains(new String(MARK, java.nio.charset.StandardCharsets.ISO_8859_1))) {
                found.add(file.replaceFirst("\\.class$", "").replace('/', '.').replace('\\', '.'));
            }
        }
    }
}
