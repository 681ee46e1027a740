package io.watertight.tool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What adding, renaming and removing a field have in common. */
final class FieldChange {

    private static final int COLUMNS = 120;

    private FieldChange() {}

    /**
     * @param unformatted files that only the formatter can lay out
     * @param left files in which a person has to see to the field
     * @param elsewhere files of others that make or ask what has changed
     */
    static Result result(String line, List<String> unformatted, List<String> left, List<String> elsewhere) {
        List<String> lines = new ArrayList<>(List.of(line));
        if (!unformatted.isEmpty()) {
            lines.add("Lines became too long in %s; with Maven on JDK 25, ./mvnw spotless:apply wraps them."
                    .formatted(unformatted.stream()
                            .map(path -> path.substring(path.lastIndexOf('/') + 1))
                            .collect(Collectors.joining(", "))));
        }
        if (!left.isEmpty()) {
            lines.add(
                    "Check %s by hand: the code there handles the fields in its own way, so the tool has not changed it."
                            .formatted(String.join(", ", left)));
        }
        elsewhere(elsewhere).ifPresent(lines::add);
        return Result.of(lines, "./mvnw verify -Dcontract=write");
    }

    static Optional<String> elsewhere(List<String> files) {
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of("Outside of the module the tool changes nothing; see to %s yourself."
                        .formatted(String.join(", ", files)));
    }

    /** Where code asks for the field: neither for the name of an enum, nor for a part of a page or of its cursor. */
    static String accessor(String field) {
        String others = "(?<!\\bpage)(?<!Cursor\\.decode\\(LIST, cursor, 1\\))";
        return others + (field.equals("name") ? "(?<!\\(\\))" : "") + "\\." + field + "\\(\\)";
    }

    /** Where code hands on how to ask one of these records for the field. */
    static String reference(Collection<RecordSource> records, String field) {
        return records.stream()
                .filter(it -> it.indexOf(field) >= 0)
                .map(RecordSource::name)
                .collect(Collectors.joining("|", "(?<=\\b(?:", ")::)" + field + "\\b"));
    }

    static boolean hasLongLines(String source) {
        return source.lines()
                .anyMatch(line -> line.length() > COLUMNS && !line.strip().startsWith("select "));
    }
}
