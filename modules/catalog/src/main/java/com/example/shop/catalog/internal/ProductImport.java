package com.example.shop.catalog.internal;

import com.example.shop.catalog.InvalidSheetException;
import com.example.shop.catalog.ProductImportDto;
import com.example.shop.kernel.Roles;
import io.watertight.api.CurrentActor;
import io.watertight.api.NotPermittedException;
import io.watertight.csv.CsvFile;
import io.watertight.csv.CsvHeaderException;
import io.watertight.csv.CsvRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes a sheet of products into the catalog: what is new is added with its stock, what is there gets the sheet's name
 * and price and keeps its stock, which orders have moved since. So the same sheet twice changes nothing, and a sheet that
 * broke off is simply sent again. Products whose sale has ended keep their price.
 *
 * <p>The sheet is read as a stream and written in batches, each of them one statement in one transaction. In memory remain
 * the SKUs that were read, so that a later line with one of them is recognised.
 */
@Component
class ProductImport {

    private static final int BATCH = 1_000;

    private final ProductLineReader lines;
    private final ProductBatchWriter writer;
    private final CurrentActor actors;

    ProductImport(ProductLineReader lines, ProductBatchWriter writer, CurrentActor actors) {
        this.lines = lines;
        this.writer = writer;
        this.actors = actors;
    }

    /**
     * @param sheet UTF-8, in the way of a spreadsheet, with the names of the columns in the first line
     * @throws NotPermittedException if the caller is not staff
     * @throws InvalidSheetException if the first line does not name the columns
     */
    ProductImportDto read(InputStream sheet) throws IOException {
        Roles.requireStaff(actors.actor());
        CsvFile file = open(sheet);
        UUID importId = UUID.randomUUID();
        ImportSummary tally = new ImportSummary();
        Set<String> skus = new HashSet<>();
        List<ProductLine> batch = new ArrayList<>(BATCH);
        for (CsvRow row = file.next(); row != null; row = file.next()) {
            tally.countLine();
            try {
                ProductLine line = lines.read(row);
                if (skus.add(line.product().sku())) {
                    batch.add(line);
                } else {
                    tally.refuse(line.number(), line.product().sku(), "repeats the SKU of an earlier line");
                }
            } catch (IllegalArgumentException e) {
                tally.refuse(row.line(), row.knownField(ProductLineReader.SKU), String.valueOf(e.getMessage()));
            }
            if (batch.size() == BATCH) {
                tally.count(batch, writer.importBatch(importId, batch));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            tally.count(batch, writer.importBatch(importId, batch));
        }
        return tally.report(file.passedOver());
    }

    private static CsvFile open(InputStream sheet) throws IOException {
        try {
            return CsvFile.open(sheet, ProductLineReader.COLUMNS);
        } catch (CsvHeaderException e) {
            throw new InvalidSheetException(String.valueOf(e.getMessage()));
        }
    }
}
