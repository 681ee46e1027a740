package io.watertight.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nothing in the toolkit's folder knows the application that it lies in: the names are read from that application, whatever its
 * owner calls it. Words that anybody may use, such as the name of a module or of a simple type, do not count.
 */
class ToolkitIndependenceTests {

    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", ".git");

    private static Path toolkit = Path.of("");
    private static Path application = Path.of("");

    @BeforeAll
    static void findTheApplicationAroundTheToolkit() {
        toolkit = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(it -> it.endsWith("watertight") && Files.exists(it.resolve("pom.xml")))
                .findFirst()
                .orElseThrow();
        application = Objects.requireNonNull(toolkit.getParent());
        assumeTrue(
                Files.exists(application.resolve("modules/pom.xml")),
                "the toolkit lies in no application of this layout");
    }

    @Test
    void theToolkitNamesNoPackageOfTheApplication() {
        Set<String> packages = Stream.of("modules", "shared-kernel", "remote", "app")
                .filter(it -> Files.exists(application.resolve(it)))
                .flatMap(it -> namesIn(it, ".java", "(?m)^package ([\\w.]+);"))
                .map(it -> it.replaceFirst("(\\.(internal|kernel|remote|adapters))+$", ""))
                .filter(it -> it.contains("."))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages).isNotEmpty();
        assertThat(linesWith(packages)).isEmpty();
        assertThat(linesWith(packages.stream().map(it -> it.replace('.', '/')).collect(Collectors.toSet())))
                .isEmpty();
    }

    @Test
    void theToolkitNamesNoTypeOfTheApplication() {
        // Of two words or more: anybody may have a Product.
        Set<String> types = Stream.of("modules", "shared-kernel", "remote", "app")
                .filter(it -> Files.exists(application.resolve(it)))
                .flatMap(it ->
                        namesIn(it, ".java", "(?:class|record|interface|enum) ([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+)\\b"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(types).isNotEmpty();
        assertThat(linesWith(types)).isEmpty();
    }

    @Test
    void theToolkitNamesNoTableOfTheApplicationAndNoRole() {
        Set<String> tables = namesIn("modules", ".sql", "(?i)create table (\\w+\\.\\w+)")
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> roles = tables.stream()
                .map(it -> it.substring(0, it.indexOf('.')))
                .flatMap(it -> Stream.of(it + "_owner", it + "_rw"))
                .collect(Collectors.toSet());

        assertThat(linesWith(tables)).isEmpty();
        assertThat(linesWith(roles)).isEmpty();
    }

    @Test
    void theToolkitNamesNoSettingOfTheApplication() {
        Set<String> settings = Stream.concat(
                        namesIn("app", ".yml", "\\$\\{([A-Z][A-Z0-9_]+)"),
                        namesIn("app", ".yml", "\\$\\{[A-Z][A-Z0-9_]+:(\\w+_\\w+)}"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(settings).isNotEmpty();
        assertThat(linesWith(settings)).isEmpty();
    }

    private static Stream<String> namesIn(String folder, String suffix, String pattern) {
        Pattern names = Pattern.compile(pattern);
        return files(application.resolve(folder))
                .filter(it -> it.toString().endsWith(suffix)
                        && it.toString().replace(File.separatorChar, '/').contains("/src/main/"))
                .flatMap(it -> names.matcher(textOf(it)).results())
                .map((MatchResult it) -> it.group(1));
    }

    /** {@return the toolkit's lines in which one of the names stands as a word} */
    private static Stream<String> linesWith(Set<String> names) {
        if (names.isEmpty()) {
            return Stream.empty();
        }
        Pattern words = Pattern.compile(
                names.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?<![\\w.])(", ")(?!\\w)")));
        return files(toolkit)
                .flatMap(file -> textOf(file)
                        .lines()
                        .filter(line -> words.matcher(line).find())
                        .map(line -> toolkit.relativize(file) + ": " + line.strip()));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> Stream.iterate(folder.relativize(file), Objects::nonNull, Path::getParent)
                            .noneMatch(it -> NOT_SOURCES.contains(String.valueOf(it.getFileName()))))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            return ""; // a picture, or a fixture that is no text
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
