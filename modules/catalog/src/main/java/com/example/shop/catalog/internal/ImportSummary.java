package com.example.shop.catalog.internal;

import com.example.shop.catalog.ProductImportDto;
import com.example.shop.catalog.ProductImportDto.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts what becomes of a sheet's lines while they are read. */
class ImportSummary {

    private static final int MAX_SKU = 40;

    private final List<Refusal> refusals = new ArrayList<>();
    private long lines;
    private long created;
    private long changed;
    private long unchanged;
    private long refused;

    void countLine() {
        lines++;
    }

    void count(List<ProductLine> batch, Map<String, WrittenRow> written) {
        for (ProductLine line : batch) {
            WrittenRow row = Objects.requireNonNull(written.get(line.product().sku()));
            if (row.discontinued()) {
                refuse(line.number(), line.product().sku(), "is discontinued and keeps its name and price");
            } else if (row.created()) {
                created++;
            } else if (row.changed()) {
                changed++;
            } else {
                unchanged++;
            }
        }
    }

    void refuse(long line, String sku, String reason) {
        refused++;
        if (refusals.size() < ProductImportDto.LISTED) {
            // Abbreviated, because a bad sheet may hold a page of text where a SKU should be.
            refusals.add(new Refusal(line, sku.length() <= MAX_SKU ? sku : sku.substring(0, MAX_SKU) + "...", reason));
        }
    }

    ProductImportDto report(List<String> passedOver) {
        refusals.sort(Comparator.comparingLong(Refusal::line));
        return new ProductImportDto(lines, created, changed, unchanged, refused, refusals, passedOver);
    }
}
