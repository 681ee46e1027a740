package io.watertight.csv;

import io.watertight.api.CanonicalText;
import io.watertight.csv.CsvLines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows, read as a stream. Each line becomes a row, possibly a damaged one, and a damaged line never affects others: a
 * quotation mark that is not closed ends with its line, unless the following lines clearly belong to the same field.
 *
 * <p>Unknown columns, empty lines and empty trailing fields are skipped.
 */
public final class CsvFile {

    private static final int LONGEST_FIELD = 200;
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=([^\"])\"?", Pattern.CASE_INSENSITIVE);

    private final CsvLines lines;
    private final CsvDialect dialect;
    private final CsvHeader header;

    /** The line of an unclosed quotation mark, as long as the following lines may belong to it; 0 if there is none. */
    private long openQuote;

    /** No record of several lines ends before this one. Without it, a file of open quotation marks would take quadratic time. */
    private long noEndBefore;

    private CsvFile(CsvLines lines, CsvDialect dialect, CsvHeader header) {
        this.lines = lines;
        this.dialect = dialect;
        this.header = header;
    }

    /**
     * Reads the first line.
     *
     * @throws CsvHeaderException if the line does not name the required columns
     */
    public static CsvFile open(InputStream file, CsvColumns columns) throws IOException {
        CsvLines lines = new CsvLines(file);
        Line first = firstLine(lines, columns);
        Matcher separator = SEPARATOR_LINE.matcher(first.text());
        boolean isNamed = separator.matches();
        Line names = isNamed ? firstLine(lines, columns) : first;
        CsvDialect dialect =
                isNamed ? new CsvDialect(separator.group(1).charAt(0)) : CsvDialect.of(names.text(), columns);
        return new CsvFile(lines, dialect, new CsvHeader(dialect.fields(names.text()), columns));
    }

    private static Line firstLine(CsvLines lines, CsvColumns columns) throws IOException {
        Line line = lines.next();
        while (line != null && isBlank(line.text())) {
            line = lines.next();
        }
        if (line == null) {
            throw new CsvHeaderException(columns, "is missing");
        }
        if (line.tooLong()) {
            throw new CsvHeaderException(columns, "cannot be read");
        }
        return line;
    }

    /** {@return the names of the skipped columns, in the order of the file} */
    public List<String> passedOver() {
        return List.copyOf(header.passedOver());
    }

    /** {@return the next row, damaged or not; {@code null} after the last} */
    public @Nullable CsvRow next() throws IOException {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            CsvRow row = row(line);
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    /** {@return the row; {@code null} for an empty line} */
    private @Nullable CsvRow row(Line line) throws IOException {
        if (line.tooLong()) {
            return damaged(line, List.of(), "is longer than %s characters".formatted(CsvLines.MAX_CHARACTERS));
        }
        List<String> fields = dialect.fields(line.text());
        if (fields.isEmpty()) {
            return damaged(line, fields, "has text after a closing quotation mark");
        }
        if (isOpen(fields)) {
            List<String> whole = fieldOfSeveralLines(line);
            if (whole == null) {
                openQuote = line.number();
                return damaged(
                        line,
                        fields,
                        "has a quotation mark that is not closed, in line %s, before: %s"
                                .formatted(line.number(), abbreviated(fields.getLast())));
            }
            fields = whole;
        } else if (fields.stream().allMatch(CsvFile::isBlank)) {
            return null;
        } else if (openQuote > 0) {
            long opened = openQuote;
            openQuote = line.quotes() % 2 == 0 ? openQuote : 0;
            if (hasStrayQuote(line, fields)) {
                return damaged(
                        line,
                        fields,
                        "has a stray quotation mark, after one in line %s that is not closed".formatted(opened));
            }
        }
        return new CsvRow(header, dialect, line.number(), fields, damageOf(fields));
    }

    private String damageOf(List<String> fields) {
        String mismatch = header.mismatch(fields);
        if (!mismatch.isEmpty()) {
            return mismatch;
        }
        if (!header.isTextIn(fields)) {
            return "is not UTF-8 text";
        }
        return header.hasOneLineIn(fields) ? "" : "has a line break in a field";
    }

    private CsvRow damaged(Line line, List<String> fields, String damage) {
        return new CsvRow(header, dialect, line.number(), fields, damage);
    }

    /**
     * {@return the fields of a record that begins with this line and ends with a later one; {@code null}, without reading
     * anything, if the record does not end soon or would swallow a line that may be a record itself}
     */
    private @Nullable List<String> fieldOfSeveralLines(Line first) throws IOException {
        if (first.number() < noEndBefore) {
            return null;
        }
        StringBuilder text = new StringBuilder(first.text());
        List<Line> following = new ArrayList<>();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            following.add(line);
            text.append('\n').append(line.text());
            if (line.tooLong() || text.length() > CsvLines.MAX_CHARACTERS || isRecord(line)) {
                break;
            }
            // An even number of quotation marks changes nothing.
            if (line.quotes() % 2 > 0) {
                List<String> fields = dialect.fields(text.toString());
                if (!fields.isEmpty() && header.mismatch(fields).isEmpty()) {
                    return fields;
                }
                lines.putBack(following);
                return null;
            }
            noEndBefore = line.number();
        }
        lines.putBack(following);
        return null;
    }

    private boolean isRecord(Line line) {
        return dialect.fields(line.text()).size() >= header.width();
    }

    private static boolean isOpen(List<String> fields) {
        return fields.getLast().endsWith("\n");
    }

    /** {@return whether an unquoted field contains a quotation mark} */
    private static boolean hasStrayQuote(Line line, List<String> fields) {
        return fields.stream()
                .filter(it -> it.indexOf('"') >= 0)
                .anyMatch(it -> !line.text().contains('"' + it.replace("\"", "\"\"") + '"'));
    }

    private static boolean isBlank(String text) {
        return CanonicalText.of(text).isEmpty();
    }

    private static String abbreviated(String text) {
        String start = CanonicalText.of(text);
        return start.length() <= LONGEST_FIELD ? start : start.substring(0, LONGEST_FIELD) + "...";
    }
}
