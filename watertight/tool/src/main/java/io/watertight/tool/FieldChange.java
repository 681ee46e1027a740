package io.watertight.tool;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What adding, renaming and removing a field have in common. */
final class FieldChange {

    private static final int COLUMNS = 120;

    /** What to do after a change that makes lines shorter or longer, which the build would refuse. */
    static final String FORMAT_AND_VERIFY = "./mvnw spotless:apply verify -Dcontract=write";

    private FieldChange() {}

    /**
     * @param notes what else is to be said, each if there are files that it is about
     */
    @SafeVarargs
    static Result result(String line, String next, Optional<String>... notes) {
        return Result.of(
                Stream.concat(Stream.of(line), Arrays.stream(notes).flatMap(Optional::stream))
                        .toList(),
                next);
    }

    static Optional<String> elsewhere(List<String> files) {
        return note("The tool changes nothing outside the module; change %s yourself.", files);
    }

    static Optional<String> doubtful(String field, List<String> files) {
        return note("The tool cannot tell whether '" + field + "' means this field in %s; check by hand.", files);
    }

    /**
     * @param sentence with a place for the names of the files
     */
    static Optional<String> note(String sentence, List<String> paths) {
        String names = paths.stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(sentence.formatted(names));
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
