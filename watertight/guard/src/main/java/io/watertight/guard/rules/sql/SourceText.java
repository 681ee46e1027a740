package io.watertight.guard.rules.sql;

import io.watertight.guard.codebase.ClassFacts.Text;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.ProjectFiles;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Leads from SQL in a class file to its line: class files tell none for annotations, and of a text block only the first. */
final class SourceText {

    private static final int LONGEST_STATEMENT = 40;

    private final Codebase code;
    private final CodeClass type;
    private final List<String> lines;

    SourceText(Codebase code, CodeClass type) {
        this.code = code;
        this.type = type;
        this.lines = type.unit().sourceFolders().stream()
                .map(it -> it.resolve(type.packageName().replace('.', '/'))
                        .resolve(String.valueOf(type.facts().sourceFile())))
                .filter(Files::exists)
                .findFirst()
                .map(it -> ProjectFiles.text(it).replace("\\\"", "\"").lines().toList())
                .orElse(List.of());
    }

    /** {@return the line of what is wrong in the text, or the nearest that is known} */
    int lineOf(SqlText text, Objection objection) {
        String wanted = text.value()
                .lines()
                .skip(Math.max(0, objection.line() - 1))
                .findFirst()
                .orElse("")
                .replaceFirst("(?s)" + Text.HOLE + ".*", "")
                .strip();
        int from = Math.max(0, text.near() - 1);
        OptionalInt whole =
                wanted.isEmpty() ? OptionalInt.empty() : first(from, lines.size(), it -> it.contains(wanted));
        if (whole.isPresent()) {
            return whole.getAsInt();
        }
        if (text.near() > 0) {
            return first(
                            from,
                            Math.min(lines.size(), from + LONGEST_STATEMENT),
                            it -> it.toLowerCase(Locale.ROOT).contains(objection.sought()))
                    .orElse(text.near());
        }
        int declared = declared(text);
        return first(
                        Math.max(0, declared - 1 - LONGEST_STATEMENT),
                        declared - 1,
                        it -> isWritten(it, objection.sought()))
                .orElse(declared);
    }

    private static boolean isWritten(String line, String sought) {
        return line.contains("." + sought) && !line.startsWith("import") && !line.startsWith("package");
    }

    private int declared(SqlText text) {
        String where = text.member() == null ? code.where(type) : code.where(type, text.member());
        return Integer.parseInt(where.replaceFirst(".*?:(\\d+).*", "$1"));
    }

    private OptionalInt first(int from, int to, Predicate<String> test) {
        return IntStream.range(from, Math.max(from, to))
                .filter(it -> test.test(lines.get(it)))
                .map(it -> it + 1)
                .findFirst();
    }
}
