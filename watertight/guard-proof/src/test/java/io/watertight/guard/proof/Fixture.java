package io.watertight.guard.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Files that somebody adds to the sample, or changes there, and what has to come of it. Kept as one text: a title, then the
 * files, each below a line {@code == path}; a path that names no file says what is expected.
 *
 * @param rule the folder that it lies in: the rule that it is about
 * @param file where it is kept
 * @param title what somebody does
 * @param files what is written over the sample
 * @param expected what is known of the outcome, by section
 */
record Fixture(String rule, Path file, String title, Map<String, String> files, Map<String, String> expected) {

    /** Which guard stops it: one line for each guard. */
    static final String VERDICT = "verdict";

    /** Every word that the guards say. */
    static final String MESSAGES = "messages";

    /** Why nobody does it by mistake, in a sentence; without it, a leak is realistic. */
    static final String CONTRIVED = "contrived";

    /** Statements that the leak sends in the end: {@code sql as <module>}. */
    static final String SQL_AS = "sql as ";

    private static final Pattern SECTION = Pattern.compile("^== (.+)$", Pattern.MULTILINE);

    Fixture {
        files = new LinkedHashMap<>(files);
        expected = new LinkedHashMap<>(expected);
    }

    static Fixture read(Path file) {
        try {
            String text = Files.readString(file);
            Map<String, String> files = new LinkedHashMap<>();
            Map<String, String> expected = new LinkedHashMap<>();
            Matcher section = SECTION.matcher(text);
            int titleEnd = text.length();
            String name = null;
            int begin = 0;
            while (section.find()) {
                if (name == null) {
                    titleEnd = section.start();
                } else {
                    (isFile(name) ? files : expected).put(name, text.substring(begin, section.start()));
                }
                name = section.group(1).strip();
                begin = Math.min(section.end() + 1, text.length());
            }
            if (name != null) {
                (isFile(name) ? files : expected).put(name, text.substring(begin));
            }
            return new Fixture(
                    Objects.requireNonNull(file.getParent()).getFileName().toString(),
                    file,
                    text.substring(0, titleEnd).strip(),
                    files,
                    expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A twin looks suspicious, and nothing may stop it. */
    boolean isTwin() {
        return file.getFileName().toString().startsWith("twin-");
    }

    boolean isContrived() {
        return expected.containsKey(CONTRIVED);
    }

    String name() {
        return "%s/%s".formatted(rule, file.getFileName().toString().replaceFirst("\\.txt$", ""));
    }

    /** Writes down what came of it, for a person to read and agree with. */
    void record(String verdict, String messages) {
        expected.put(VERDICT, verdict);
        expected.put(MESSAGES, messages);
        String text = title + "\n\n"
                + files.entrySet().stream().map(Fixture::section).collect(Collectors.joining())
                + expected.entrySet().stream()
                        .filter(it -> !it.getValue().isBlank())
                        .map(Fixture::section)
                        .collect(Collectors.joining());
        try {
            Files.writeString(file, text.stripTrailing() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String section(Map.Entry<String, String> it) {
        return "== %s\n%s\n\n".formatted(it.getKey(), it.getValue().stripTrailing());
    }

    private static boolean isFile(String section) {
        return !List.of(VERDICT, MESSAGES, CONTRIVED).contains(section) && !section.startsWith(SQL_AS);
    }
}
