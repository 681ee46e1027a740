package com.example.shop.catalog.internal;

import com.example.shop.catalog.InvalidSheet;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.ProductImportDto;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.watertight.api.CurrentActor;
import io.watertight.api.NotPermitted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes a sheet of products into the catalog: what is new is added with its stock, what is there gets the sheet's name
 * and price and keeps its stock, which orders have moved since. So the same sheet twice changes nothing, and a sheet that
 * broke off is simply sent again.
 *
 * <p>The sheet is read as a stream and written in batches, each of them one statement in one transaction.
 */
@Component
class ProductImport {

    private static final int BATCH = 1_000;
    private static final int MAX_LINE_CHARACTERS = 64 * 1024;

    private final ProductLineReader lines;
    private final ProductBatchWriter writer;
    private final CurrentActor actors;

    ProductImport(ProductLineReader lines, ProductBatchWriter writer, CurrentActor actors) {
        this.lines = lines;
        this.writer = writer;
        this.actors = actors;
    }

    /**
     * @param sheet UTF-8, comma-separated (RFC 4180), with the names of the columns in the first line
     * @throws NotPermitted if the caller is not staff
     * @throws InvalidSheet if the first line does not name the columns
     */
    ProductImportDto read(InputStream sheet) throws IOException {
        actors.actor().requireStaff();
        UUID importId = UUID.randomUUID();
        ProductTally tally = new ProductTally();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MAX_LINE_CHARACTERS)
                .ofCsvRecord(sheet)) {
            Iterator<CsvRecord> iterator = records.iterator();
            readLines(iterator, header(iterator), importId, tally);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return tally.report();
    }

    private static ProductColumns header(Iterator<CsvRecord> records) {
        try {
            if (records.hasNext()) {
                return ProductColumns.in(records.next());
            }
        } catch (CsvParseException e) {
            throw new InvalidSheet("cannot be read");
        }
        throw new InvalidSheet("is missing");
    }

    private void readLines(Iterator<CsvRecord> records, ProductColumns columns, UUID importId, ProductTally tally) {
        ProductBatch batch = new ProductBatch();
        long lastLine = 1;
        try {
            while (records.hasNext()) {
                CsvRecord line = records.next();
                lastLine = line.getStartingLineNumber();
                tally.countLine();
                take(line, columns, batch, tally);
                if (batch.size() == BATCH) {
                    tally.count(batch, writer.importBatch(importId, batch.lines()));
                    batch = new ProductBatch();
                }
            }
        } catch (CsvParseException e) {
            // From here on it is unclear where a line begins.
            tally.refuse(lastLine + 1, "", "cannot be read as CSV, nor can what follows");
        }
        if (batch.size() > 0) {
            tally.count(batch, writer.importBatch(importId, batch.lines()));
        }
    }

    private void take(CsvRecord line, ProductColumns columns, ProductBatch batch, ProductTally tally) {
        long number = line.getStartingLineNumber();
        try {
            NewProduct product = lines.read(columns, line);
            if (!batch.add(number, product)) {
                tally.refuse(number, product.sku(), ProductBatch.REPEATED);
            }
        } catch (IllegalArgumentException e) {
            String sku = line.getFieldCount() == columns.count() ? columns.read(line, ProductColumns.SKU) : "";
            tally.refuse(number, sku, String.valueOf(e.getMessage()));
        }
    }
}
