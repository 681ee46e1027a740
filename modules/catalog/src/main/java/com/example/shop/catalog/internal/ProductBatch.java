package com.example.shop.catalog.internal;

import com.example.shop.catalog.NewProduct;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lines of a sheet that are written together; each SKU once. */
class ProductBatch {

    static final String REPEATED = "repeats the SKU of an earlier line";

    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** Whether the SKU was new to the batch. */
    boolean add(long line, NewProduct product) {
        return lines.putIfAbsent(product.sku(), new Line(line, product)) == null;
    }

    int size() {
        return lines.size();
    }

    Collection<Line> lines() {
        return lines.values();
    }

    record Line(long number, NewProduct product) {}
}
