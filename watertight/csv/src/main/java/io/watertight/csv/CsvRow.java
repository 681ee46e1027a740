package io.watertight.csv;

import io.watertight.api.CanonicalText;
import java.math.BigDecimal;
import java.util.List;

/** A row of a file, or a line that was to be one. */
public final class CsvRow {

    private final CsvHeader header;
    private final CsvDialect dialect;
    private final long line;
    private final List<String> fields;
    private final String damage;

    CsvRow(CsvHeader header, CsvDialect dialect, long line, List<String> fields, String damage) {
        this.header = header;
        this.dialect = dialect;
        this.line = line;
        this.fields = fields;
        this.damage = damage;
    }

    /** The line of the file on which it begins, from 1. */
    public long line() {
        return line;
    }

    /** What is wrong with the line, as in "has 3 fields instead of 4"; empty if nothing is. */
    public String damage() {
        return damage;
    }

    /** A field as it stands there, without blanks around it; empty where the file has no such column. */
    public String field(String column) {
        return CanonicalText.of(Formulas.plain(header.field(fields, column).strip()));
    }

    /** Like {@link #field}, but empty where the line is damaged, so that nobody knows what it is of. */
    public String knownField(String column) {
        return damage.isEmpty() || header.mismatch(fields).isEmpty()
                ? field(column).replaceAll("\\p{Cc}", "\uFFFD")
                : "";
    }

    /**
     * A number, with the decimal point or comma of the file.
     *
     * @throws IllegalArgumentException if it is none or can be read in two ways; the message begins with the column
     */
    public BigDecimal decimal(String column) {
        return dialect.decimal(column, field(column));
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException if it is none; the message begins with the column
     */
    public long wholeNumber(String column) {
        try {
            return Long.parseLong(field(column));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(column + " is not a whole number", e);
        }
    }
}
