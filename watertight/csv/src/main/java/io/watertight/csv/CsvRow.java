package io.watertight.csv;

import io.watertight.api.CanonicalText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** A row of a file, or a damaged line. */
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

    /** {@return the line of the file on which the row begins, counted from 1} */
    public long line() {
        return line;
    }

    /** {@return what is wrong with the line, such as "has 3 fields instead of 4"; empty if nothing is} */
    public String damage() {
        return damage;
    }

    /** {@return a field without surrounding spaces; empty if the file has no such column} */
    public String field(String column) {
        return CanonicalText.of(Formulas.plain(header.field(fields, column).strip()));
    }

    /** {@return like {@link #field}, but empty if the line is damaged so that its columns are unknown} */
    public String knownField(String column) {
        return damage.isEmpty() || header.mismatch(fields).isEmpty()
                ? field(column).replaceAll("\\p{Cc}", "\uFFFD")
                : "";
    }

    /**
     * Reads a number with the decimal separator of the file.
     *
     * @throws IllegalArgumentException if it is not a number or is ambiguous; the message begins with the column
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

    /**
     * Whether the column says {@code true}, in any case. Empty means {@code false}.
     *
     * @throws IllegalArgumentException if it says anything else, such as a spreadsheet's word for it in another language; the message
     *     begins with the column
     */
    public boolean flag(String column) {
        return switch (field(column).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw new IllegalArgumentException(column + " is neither true nor false");
        };
    }
}
