package io.watertight.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file for spreadsheets, in UTF-8 and separated by commas. Text never becomes a formula; numbers may be negative.
 *
 * @param <T> what is in a row
 */
public final class CsvExport<T> {

    private final List<Column<T>> columns;

    /** An export without columns. */
    public CsvExport() {
        this(List.of());
    }

    private CsvExport(List<Column<T>> columns) {
        this.columns = columns;
    }

    /**
     * {@return the same export with one more column}
     *
     * @param value is written in its plain form; {@code null} becomes an empty field
     */
    public CsvExport<T> column(String name, Function<? super T, ? extends @Nullable Object> value) {
        return new CsvExport<>(Stream.concat(columns.stream(), Stream.of(new Column<T>(name, value)))
                .toList());
    }

    /**
     * Writes the file, row by row.
     *
     * @throws IOException or UncheckedIOException if {@code target} does; what is written then is not a complete file
     */
    public void write(Stream<T> rows, OutputStream target) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(target);
        csv.writeRecord(columns.stream().map(Column::name).toArray(String[]::new));
        rows.forEach(row -> csv.writeRecord(fields(row)));
        csv.flush(); // and not closed: after a failure, that would end the response as if it were complete
    }

    private String[] fields(T row) {
        String[] fields = new String[columns.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = field(columns.get(i).value().apply(row));
        }
        return fields;
    }

    private static String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> Formulas.harmless(value.toString());
        };
    }

    private record Column<T>(String name, Function<? super T, ? extends @Nullable Object> value) {}
}
