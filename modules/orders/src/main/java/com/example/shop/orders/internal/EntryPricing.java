package com.example.shop.orders.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.kernel.Money;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of a draft, before anything is placed, what it would cost and what of it is short; the catalog is asked once. */
@Component
class EntryPricing {

    private final CatalogService catalog;

    EntryPricing(CatalogService catalog) {
        this.catalog = catalog;
    }

    EntryDraft price(List<EntryForm.Line> lines) {
        if (lines.isEmpty()) {
            return EntryDraft.of(List.of());
        }
        Map<String, Long> requested = lines.stream()
                .collect(Collectors.groupingBy(EntryForm.Line::sku, Collectors.summingLong(EntryForm.Line::units)));
        Map<String, ProductDto> products = catalog.products(requested.keySet()).stream()
                .collect(Collectors.toMap(ProductDto::sku, Function.identity()));
        return EntryDraft.of(lines.stream()
                .map(it -> price(it, products.get(it.sku()), requested.getOrDefault(it.sku(), 0L)))
                .toList());
    }

    private static EntryDraft.Line price(EntryForm.Line line, @Nullable ProductDto product, long requested) {
        return new EntryDraft.Line(line, product, total(line, product), fault(line, product, requested));
    }

    private static @Nullable Money total(EntryForm.Line line, @Nullable ProductDto product) {
        if (product == null || !line.isPlausible()) {
            return null;
        }
        try {
            return product.price().times(line.units());
        } catch (IllegalArgumentException e) {
            // More than an amount can be.
            return null;
        }
    }

    /**
     * @param requested units in all lines with this SKU
     */
    private static @Nullable String fault(EntryForm.Line line, @Nullable ProductDto product, long requested) {
        if (product == null) {
            return "not in the catalog";
        }
        if (product.discontinued()) {
            return "no longer sold";
        }
        if (!line.isPlausible()) {
            return String.format(Locale.ENGLISH, "quantity must be 1 to %,d", RequestedLine.MAX_QUANTITY);
        }
        if (requested > product.stock()) {
            return product.stock() > 0
                    ? String.format(Locale.ENGLISH, "only %,d left", product.stock())
                    : "out of stock";
        }
        return null;
    }
}
