package com.example.shop.catalog.internal;

import com.example.shop.catalog.ProductImportDto;
import com.example.shop.catalog.ProductImportDto.Refusal;
import com.example.shop.catalog.internal.WrittenRow.Outcome;
import com.example.shop.kernel.Roles;
import io.watertight.api.CurrentActor;
import io.watertight.csv.CsvHeaderException;
import io.watertight.csv.CsvImport;
import io.watertight.csv.CsvReport;
import io.watertight.csv.CsvRow;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes a file of products into the catalog: what is new is added with its stock, what is there gets the file's name and price and
 * keeps its stock, which orders have moved since. So the same file twice changes nothing, and a file that broke off is simply sent
 * again. Products whose sale has ended keep their price. Each batch is one statement in one transaction.
 */
@Component
class ProductImport {

    private final Validator validator;
    private final Currency currency;
    private final ProductBatchWriter writer;
    private final CurrentActor actors;

    ProductImport(Validator validator, CatalogProperties properties, ProductBatchWriter writer, CurrentActor actors) {
        this.validator = validator;
        this.currency = properties.currency();
        this.writer = writer;
        this.actors = actors;
    }

    /**
     * @param file in the way of a spreadsheet, with the names of the columns in the first line
     * @throws CsvHeaderException if the first line does not name the columns
     */
    ProductImportDto read(InputStream file) throws IOException {
        Roles.requireStaff(actors.actor());
        UUID importId = UUID.randomUUID();
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        CsvImport<ProductLine> imports = new CsvImport<>(
                ProductLine.COLUMNS, "sku", this::line, it -> it.product().sku());
        CsvReport report = imports.read(file, batch -> write(importId, batch, counts));
        return new ProductImportDto(
                report.rows(),
                counts.getOrDefault(Outcome.CREATED, 0L),
                counts.getOrDefault(Outcome.CHANGED, 0L),
                counts.getOrDefault(Outcome.UNCHANGED, 0L),
                report.refused(),
                report.refusals().stream()
                        .map(it -> new Refusal(it.line(), it.key(), it.reason()))
                        .toList(),
                report.passedOver());
    }

    /** Under the same constraints as any other new product. */
    private ProductLine line(CsvRow row) {
        ProductLine line = ProductLine.read(row, currency);
        String violations = validator.validate(line.product()).stream()
                .map(it -> it.getPropertyPath() + " " + it.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(violations);
        }
        return line;
    }

    private Map<String, String> write(UUID importId, List<ProductLine> batch, Map<Outcome, Long> counts) {
        List<WrittenRow> written = writer.importBatch(importId, batch);
        written.forEach(it -> counts.merge(it.outcome(), 1L, Long::sum));
        return written.stream()
                .filter(it -> it.outcome() == Outcome.DISCONTINUED)
                .collect(Collectors.toMap(WrittenRow::sku, _ -> "is discontinued and keeps its name and price"));
    }
}
