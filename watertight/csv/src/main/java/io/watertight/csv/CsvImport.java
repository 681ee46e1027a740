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
 * Imports a file in batches, and reports why rows were refused. The file is read as a stream; only a batch and all keys stay in
 * memory, to detect duplicate keys. So that they fit there, rows with further keys are refused after a million.
 */
public final class CsvImport<T> {

    private static final int BATCH = 1_000;

    private static final int MOST_KEYS = 1_000_000;

    private final CsvColumns columns;
    private final String keyColumn;
    private final Function<CsvRow, T> reader;
    private final Function<T, String> key;
    private final int mostKeys;

    /**
     * @param keyColumn the column that identifies a row in the report
     * @param reader converts a row, or throws an {@link IllegalArgumentException} that says why it cannot
     * @param key the key of a converted row, unique within a file
     */
    public CsvImport(CsvColumns columns, String keyColumn, Function<CsvRow, T> reader, Function<T, String> key) {
        this(columns, keyColumn, reader, key, MOST_KEYS);
    }

    CsvImport(CsvColumns columns, String keyColumn, Function<CsvRow, T> reader, Function<T, String> key, int mostKeys) {
        this.columns = columns;
        this.keyColumn = keyColumn;
        this.reader = reader;
        this.key = key;
        this.mostKeys = mostKeys;
    }

    /**
     * @param writer imports a batch, and returns the keys of rows that it has refused, with the reasons
     * @throws CsvHeaderException if the first line does not name the required columns
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
                if (keys.contains(key.apply(thing))) {
                    report.refuse(
                            row.line(), key.apply(thing), "repeats the %s of an earlier line".formatted(keyColumn));
                } else if (keys.size() == mostKeys) {
                    report.refuse(
                            row.line(),
                            key.apply(thing),
                            "exceeds the limit of %s different keys per file: move it to another file"
                                    .formatted(mostKeys));
                } else {
                    keys.add(key.apply(thing));
                    batch.put(row.line(), thing);
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
