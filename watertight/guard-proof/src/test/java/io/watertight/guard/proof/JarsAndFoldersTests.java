package io.watertight.guard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.guard.rules.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mvn test} shows the guard folders of classes, {@code mvn verify} jars. */
class JarsAndFoldersTests {

    private static final Sample CINEMA = Sample.cinema();

    @AfterAll
    static void cleanUp() {
        CINEMA.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foreign-data/leak-borrowed-package",
                "borrowed-package/leak-application",
                "public-internals/leak-entity",
                "undeclared-dependency/leak-undeclared",
                "foreign-table/leak-query",
                "module-census/leak-folder-without-pom"
            })
    void giveTheSameVerdict(String name) {
        Fixture fixture = Fixture.read(Path.of("src/test/fixtures", name + ".txt"));
        try (Sample sample = CINEMA.with(fixture.files())) {
            List<Finding> fromFolders = examine(sample, sample.classpath());
            List<Finding> fromJars = examine(
                    sample,
                    sample.classpath().stream().map(JarsAndFoldersTests::jar).toList());

            assertThat(fromJars).isNotEmpty().isEqualTo(fromFolders);
        }
    }

    private static List<Finding> examine(Sample sample, List<Path> classpath) {
        return Examinations.of("org.cinema.CinemaApplication", sample.root(), classpath)
                .findings();
    }

    /** Beside the folder, where Maven would put it. */
    private static Path jar(Path classes) {
        Path target = Objects.requireNonNull(classes.getParent());
        Path jar = target.resolve(
                "%s-1.jar".formatted(Objects.requireNonNull(target.getParent()).getFileName()));
        try (var archive = FileSystems.newFileSystem(jar, Map.of("create", "true"));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path entry =
                        archive.getPath("/").resolve(classes.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(entry.getParent()));
                Files.copy(file, entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }
}
