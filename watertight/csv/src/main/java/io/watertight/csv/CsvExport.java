package io.watertight.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes rows for a spreadsheet, in UTF-8 and separated by commas. Text never becomes a formula; numbers may be negative. */
public final class CsvExport {

    private final CsvWriter csv;

    public CsvExport(OutputStream target, String... header) {
        csv = CsvWriter.builder().build(target);
        csv.writeRecord(header);
    }

    /** Writes a row of values in their plain form; {@code null} becomes an empty field. */
    public void row(@Nullable Object... values) {
        String[] fields = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            fields[i] = field(values[i]);
        }
        csv.writeRecord(fields);
    }

    private static String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> Formulas.harmless(value.toString());
        };
    }

    /** Writes what is buffered. There is no {@code close()}: after a failure, the output must not look complete. */
    public void flush() throws IOException {
        csv.flush();
    }
}
