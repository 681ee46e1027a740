package io.watertight.guard.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All fixtures, in the folder of the rule that they are about. */
final class Fixtures {

    private static final Path FOLDER = Path.of("src/test/fixtures");

    private Fixtures() {}

    /** By rule and name; narrowed down by the system property {@code fixtures}, a regular expression. */
    static List<Fixture> all() {
        Pattern wanted = Pattern.compile(System.getProperty("fixtures", ""));
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(it -> it.toString().endsWith(".txt"))
                    .sorted()
                    .map(Fixture::read)
                    .filter(it -> wanted.matcher(it.name()).find())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
