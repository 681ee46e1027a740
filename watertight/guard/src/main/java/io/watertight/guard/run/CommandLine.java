package io.watertight.guard.run;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.FileTree;
import io.watertight.guard.code.Project;
import io.watertight.guard.report.Report;
import io.watertight.guard.report.ReportFiles;
import io.watertight.guard.report.RuleResult;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Examines compiled classes from a command line. */
final class CommandLine {

    private static final String USAGE = """
        java -jar guard.jar --classes <folders and jars> [--sources <folder>] [options]

          --classes    what the application is compiled into, separated by '%s'; its test classes as well
          --sources    the root of the project, for lines in messages, migrations and settings; otherwise the current folder
          --libraries  jars that the application runs with, or folders of them; without them, meta-annotations are not recognised
          --main       the class with @SpringBootApplication, if there are several
          --level      CORE or STRICT; without it, findings of STRICT are warnings
          --report     where report.md and guard.sarif are written; otherwise target/guard or build/guard
          --baseline   write: create %s, or remove from it what was fixed; accept: add the findings of one --rule
          --rule       the rule whose findings to accept
        """.formatted(File.pathSeparator, "guard-baseline.txt");
    private static final Set<String> OPTIONS =
            Set.of("--classes", "--sources", "--libraries", "--main", "--level", "--report", "--baseline", "--rule");
    private static final String MARK = "Lorg/springframework/boot/autoconfigure/SpringBootApplication;";

    private final List<String> arguments;
    private final Map<String, String> options = new TreeMap<>();

    CommandLine(String[] arguments) {
        this.arguments = List.of(arguments);
    }

    /** {@return 0 if nothing fails, 1 if something does, 2 if nothing could be examined} */
    int run() {
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        if (!OPTIONS.containsAll(options.keySet())
                || options.size() * 2 != arguments.size()
                || !options.containsKey("--classes")) {
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

    private int examine() {
        Stream.of("baseline", "rule")
                .filter(it -> options.containsKey("--" + it))
                .forEach(it -> System.setProperty("guard." + it, options.getOrDefault("--" + it, "")));
        List<Path> classPath = new ArrayList<>(paths("--classes"));
        String main = options.get("--main");
        String mainClass = main == null ? mainClass(classPath) : main;
        paths("--libraries").stream()
                .flatMap(it -> Files.isDirectory(it) ? FileTree.children(it).stream() : Stream.of(it))
                .filter(it -> it.toString().endsWith(".jar"))
                .forEach(classPath::add);
        CodeBase code = CodeBase.of(mainClass, Path.of(options.getOrDefault("--sources", "")), classPath);
        for (Path it : paths("--classes")) {
            if (Files.isRegularFile(it)
                    && code.units().stream().noneMatch(unit -> unit.classes().contains(it))) {
                throw new IllegalArgumentException(
                        "--classes: %s was not built by this project. Name the folder of compiled classes from which this jar was built."
                                .formatted(it));
            }
        }
        Report report =
                new Examination(code, Clock.systemUTC(), EnumSet.allOf(RuleGroup.class), Set.of(), level()).examine();
        String folder = options.get("--report");
        ReportFiles files = new ReportFiles(folder == null ? ReportFiles.buildFolder() : Path.of(folder), "");
        files.write(report);
        report.results().stream()
                .filter(it -> it.fails() && !it.findings().isEmpty())
                .map(RuleResult::message)
                .forEach(it -> System.out.println(it + System.lineSeparator()));
        System.out.print(files.console(report));
        return report.failures().isEmpty() ? 0 : 1;
    }

    /** The constant pool of a class with {@code @SpringBootApplication} holds the name of the annotation. */
    private static String mainClass(List<Path> classes) {
        Set<String> found = new LinkedHashSet<>();
        classes.forEach(container -> FileTree.each(container, "", (path, file) -> {
            if (path.endsWith(".class") && Project.text(file).contains(MARK)) {
                found.add(path.replaceFirst("\\.class$", "").replace('/', '.'));
            }
        }));
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    found.isEmpty()
                            ? "There is no class with @SpringBootApplication in --classes; name the main class by --main."
                            : "There are several classes with @SpringBootApplication; name one by --main: " + found);
        }
        String main = found.iterator().next();
        if (main.startsWith("BOOT-INF.")) {
            throw new IllegalArgumentException(
                    "--classes is an executable jar of Spring Boot. Name the folder of its classes: target/classes or build/classes/java/main.");
        }
        return main;
    }

    private @Nullable Level level() {
        String level = options.get("--level");
        if (level == null || Arrays.stream(Level.values()).map(Level::name).anyMatch(level::equals)) {
            return level == null ? null : Level.valueOf(level);
        }
        throw new IllegalArgumentException("--level must be CORE or STRICT, not '%s'.".formatted(level));
    }

    private List<Path> paths(String option) {
        List<Path> paths = Arrays.stream(options.getOrDefault(option, "").split(File.pathSeparator))
                .filter(it -> !it.isBlank())
                .map(it -> Path.of(it).toAbsolutePath().normalize())
                .toList();
        paths.stream().filter(it -> !Files.exists(it)).findFirst().ifPresent(it -> {
            throw new IllegalArgumentException("%s: there is no %s.".formatted(option, it));
        });
        return paths;
    }
}
