package io.watertight.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes rows for a spreadsheet, in UTF-8 and with commas. Text is never a formula; a number may be negative. */
public final class CsvExport {

    private final CsvWriter csv;

    public CsvExport(OutputStream target, String... header) {
        csv = CsvWriter.builder().build(target);
        csv.writeRecord(header);
    }

    /** A row of texts, numbers and whatever else, each in its plain form; nothing for {@code null}. */
    public void row(@Nullable Object... values) {
        csv.writeRecord(Arrays.stream(values).map(CsvExport::field).toArray(String[]::new));
    }

    private static String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> Formulas.harmless(value.toString());
        };
    }

    /** Writes what is left. There is nothing to close: after a failure the end of a file must not look like one. */
    public void flush() throws IOException {
        csv.flush();
    }
}
