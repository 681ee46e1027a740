package io.watertight.guard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.guard.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A module that follows the pattern is covered with no edit to the suite: here one made out of another by its name alone. */
class NewModuleTests {

    private static final Path FILMS = Path.of("src/test/samples/cinema/modules/films");
    private static final Sample CINEMA = Sample.cinema();
    private static final String INTERNAL = "modules/plays/src/main/java/org/cinema/plays/internal/";

    private static final String FILMS_DEPENDENCY =
            "<dependency><groupId>org.cinema</groupId><artifactId>films</artifactId></dependency>";

    @AfterAll
    static void cleanUp() {
        CINEMA.close();
    }

    @Test
    void isExaminedByEveryRuleThatLooksAtModules() {
        Report report = examine(generated(Map.of()));

        assertThat(report.findings()).isEmpty();
        for (String rule : List.of("module-census", "missing-declaration", "undeclared-dependency", "foreign-data")) {
            assertThat(report.results())
                    .filteredOn(it -> it.rule().id().equals(rule))
                    .singleElement()
                    .satisfies(it -> assertThat(it.subjects()).anyMatch(subject -> subject.contains("plays")));
        }
    }

    @Test
    void isStoppedWhenItReachesIntoAnother() {
        Map<String, String> files = generated(Map.of(
                "modules/plays/src/main/java/org/cinema/films/internal/Reach.java",
                "package org.cinema.films.internal; class Reach { Object of(FilmRepository films) { return"
                        + " films.findAll(); } }"));
        files.computeIfPresent(
                "modules/plays/pom.xml",
                (_, pom) -> pom.replaceFirst("<dependencies>", "<dependencies>" + FILMS_DEPENDENCY));
        Report report = examine(files);

        assertThat(report.findings()).extracting("rule").contains("foreign-data", "borrowed-package");
    }

    @Test
    void isProtectedWhenAnotherReachesIntoIt() {
        Report report = examine(generated(Map.of(
                "app/src/main/java/org/cinema/plays/internal/Reach.java",
                "package org.cinema.plays.internal; class Reach { Play play; }")));

        assertThat(report.findings()).extracting("rule").contains("foreign-data");
    }

    @Test
    void keepsItsInsideToItself() {
        Report report = examine(
                generated(Map.of(INTERNAL + "Stage.java", "package org.cinema.plays.internal; public class Stage {}")));

        assertThat(report.findings()).extracting("rule").containsExactly("public-internals");
    }

    private static Report examine(Map<String, String> files) {
        try (Sample sample = CINEMA.with(files)) {
            assertThat(sample.compilerOutput()).isEmpty();
            return Examinations.of("org.cinema.CinemaApplication", sample.root(), sample.classpath());
        }
    }

    /** The module films under the name plays, its two lines of Maven, and further files. */
    private static Map<String, String> generated(Map<String, String> further) {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> sources = Files.walk(FILMS)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                String path =
                        "modules/plays/" + FILMS.relativize(source).toString().replace('\\', '/');
                files.put(renamed(path), renamed(Files.readString(source)));
            }
            Path root = Path.of("src/test/samples/cinema");
            files.put(
                    "pom.xml",
                    Files.readString(root.resolve("pom.xml"))
                            .replace(
                                    "<module>modules/tickets",
                                    "<module>modules/plays</module>\n    <module>modules/tickets"));
            files.put(
                    "app/pom.xml",
                    Files.readString(root.resolve("app/pom.xml"))
                            .replaceFirst(
                                    "<dependencies>",
                                    "<dependencies><dependency><groupId>org.cinema</groupId><artifactId>plays</artifactId></dependency>"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        files.putAll(further);
        return files;
    }

    private static String renamed(String text) {
        return text.replace("films", "plays").replace("Film", "Play").replace("film", "play");
    }
}
