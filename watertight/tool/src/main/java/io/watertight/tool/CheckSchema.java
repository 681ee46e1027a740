package io.watertight.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Asks the shop's own test whether the tables fit the code, and writes the migration that it answers with. */
final class CheckSchema implements Command {

    private static final String ANSWER = "architecture-tests/target/schema";
    private static final String LOG = "target/check-schema.log";

    @Override
    public String name() {
        return "check-schema";
    }

    @Override
    public String summary() {
        return "compares aggregates and queries with the tables, and prints the migration that is missing";
    }

    @Override
    public String help() {
        return """
                wt check-schema [--write]

                Migrates an empty database by a test, compares each aggregate and each query with its tables, and prints what a
                migration has to do: columns to add, rename or change, keys and indexes to create. Nothing is ever dropped: what
                is no longer used is shown as a comment. Runs Maven, which takes a minute or two.

                  --write    puts it into each module's folder, under its next number

                Example:
                  wt check-schema --write
                """;
    }

    @Override
    public Set<String> flags() {
        return Set.of("write");
    }

    /** The aggregate has just been changed, and its migration only adds a file. */
    @Override
    public boolean needsCleanWorkTree() {
        return false;
    }

    @Override
    public Result run(Arguments arguments, Plan plan) {
        arguments.atMost(0);
        Project project = Project.of(plan);
        Map<String, String> gaps = ask(plan.root());
        List<String> lines = new ArrayList<>();
        List<String> written = new ArrayList<>();
        gaps.forEach((module, sql) -> {
            lines.add("-- " + module);
            lines.addAll(sql.lines().toList());
            if (arguments.has("write") && hasStatements(sql)) {
                project.requireModule(module);
                String path =
                        "%s/V%s__fit_the_code.sql".formatted(project.migrations(module), project.nextMigration(module));
                plan.write(path, sql);
                written.add(path);
            }
        });
        if (gaps.values().stream().noneMatch(CheckSchema::hasStatements)) {
            lines.add("All tables match the aggregates and queries.");
            return Result.of(lines, "");
        }
        return written.isEmpty()
                ? new Result(lines, "./wt check-schema --write", true)
                : Result.of(
                        lines,
                        "read %s, complete it where it asks you to, and run ./mvnw verify"
                                .formatted(String.join(", ", written)));
    }

    private static boolean hasStatements(String sql) {
        return sql.lines().anyMatch(it -> !it.isBlank() && !it.startsWith("--"));
    }

    /** {@return what the test has left, by module} */
    private static Map<String, String> ask(Path root) {
        try {
            Path answer = root.resolve(ANSWER);
            for (Path file : files(answer)) {
                Files.delete(file);
            }
            Files.deleteIfExists(answer);
            Files.createDirectories(root.resolve("target"));
            runTest(root);
            if (!Files.isDirectory(answer)) {
                throw new ToolException(
                        "The check could not compare the tables; see %s for the reason.".formatted(LOG));
            }
            Map<String, String> gaps = new TreeMap<>();
            for (Path file : files(answer)) {
                gaps.put(file.getFileName().toString().replace(".sql", ""), Files.readString(file));
            }
            return gaps;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolException("Interrupted; nothing was changed.");
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void runTest(Path root) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Process maven = new ProcessBuilder(
                        root.resolve(windows ? "mvnw.cmd" : "mvnw").toString(),
                        "-B",
                        "-ntp",
                        "-pl",
                        "architecture-tests",
                        "-am",
                        "-Dtest=DatabaseTests#tablesFitTheAggregatesAndQueries",
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "test")
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve(LOG).toFile())
                .start();
        maven.getOutputStream().close();
        maven.waitFor();
    }
}
