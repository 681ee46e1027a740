package io.watertight.guard.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All fixtures, in the folder of the rule that they are about. */
final class Fixtures {

    private static final Path FOLDER = Path.of("src/test/fixtures");

    private Fixtures() {}

    /** By rule and name; narrowed down by the system property {@code fixtures}, part of a name. */
    static List<Fixture> all() {
        String wanted = System.getProperty("fixtures", "");
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(it -> it.toString().endsWith(".txt"))
                    .sorted()
                    .map(Fixture::read)
                    .filter(it -> it.name().contains(wanted))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
