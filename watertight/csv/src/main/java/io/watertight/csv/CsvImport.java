package io.watertight.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes a file over in batches, and says of each row that cannot be taken why not. The file is read as a stream; in memory remain a
 * batch and the keys that were read, so that a later row with one of them is recognised.
 */
public final class CsvImport<T> {

    private static final int BATCH = 1_000;

    private final CsvColumns columns;
    private final String keyColumn;
    private final Function<CsvRow, T> reader;
    private final Function<T, String> key;

    /**
     * @param keyColumn the column that tells a reader of the report which thing a row is about
     * @param reader makes a thing of a row, or throws an {@link IllegalArgumentException} that says why it is none
     * @param key of a thing; no two of a file have the same
     */
    public CsvImport(CsvColumns columns, String keyColumn, Function<CsvRow, T> reader, Function<T, String> key) {
        this.columns = columns;
        this.keyColumn = keyColumn;
        this.reader = reader;
        this.key = key;
    }

    /**
     * @param writer takes a batch over, and answers which things of it were not taken after all, and why, by their keys
     * @throws CsvHeaderException if the first line does not name the columns
     */
    public CsvReport read(InputStream file, Function<List<T>, Map<String, String>> writer) throws IOException {
        CsvFile rows = CsvFile.open(file, columns);
        CsvReport.Builder report = new CsvReport.Builder();
        Set<String> keys = new HashSet<>();
        Map<Long, T> batch = new LinkedHashMap<>();
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            report.countRow();
            try {
                T thing = read(row);
                if (keys.add(key.apply(thing))) {
                    batch.put(row.line(), thing);
                } else {
                    report.refuse(
                            row.line(), key.apply(thing), "repeats the %s of an earlier line".formatted(keyColumn));
                }
            } catch (IllegalArgumentException e) {
                report.refuse(row.line(), row.knownField(keyColumn), String.valueOf(e.getMessage()));
            }
            if (batch.size() == BATCH) {
                write(batch, writer, report);
            }
        }
        write(batch, writer, report);
        return report.build(rows.passedOver());
    }

    private T read(CsvRow row) {
        if (!row.damage().isEmpty()) {
            throw new IllegalArgumentException(row.damage());
        }
        return reader.apply(row);
    }

    private void write(Map<Long, T> batch, Function<List<T>, Map<String, String>> writer, CsvReport.Builder report) {
        if (!batch.isEmpty()) {
            Map<String, String> refused = writer.apply(new ArrayList<>(batch.values()));
            batch.forEach((line, thing) -> {
                String reason = refused.get(key.apply(thing));
                if (reason != null) {
                    report.refuse(line, key.apply(thing), reason);
                }
            });
            batch.clear();
        }
    }
}
