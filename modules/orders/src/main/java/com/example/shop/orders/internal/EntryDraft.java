package com.example.shop.orders.internal;

import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.kernel.Money;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an order that is being written, with what the catalog says of them at this moment.
 *
 * @param total {@code null} if there are no lines, or they cannot all be added up
 * @param faults how many lines cannot be ordered as they stand
 * @param mixed whether they are priced in several currencies
 */
record EntryDraft(List<Line> lines, @Nullable Money total, long faults, boolean mixed) {

    /**
     * @param products those that the catalog has
     */
    static EntryDraft of(List<EntryForm.Line> typed, List<ProductDto> products) {
        Map<String, ProductDto> bySku =
                products.stream().collect(Collectors.toMap(ProductDto::sku, Function.identity()));
        Map<String, Long> requested = typed.stream()
                .collect(Collectors.groupingBy(EntryForm.Line::sku, Collectors.summingLong(EntryForm.Line::units)));
        List<Line> lines = typed.stream()
                .map(it -> Line.of(it, bySku.get(it.sku()), requested.getOrDefault(it.sku(), 0L)))
                .toList();
        return new EntryDraft(
                lines,
                sum(lines),
                lines.stream().filter(it -> it.fault() != null).count(),
                totals(lines).map(Money::currency).distinct().count() > 1);
    }

    private static @Nullable Money sum(List<Line> lines) {
        try {
            return totals(lines).count() < lines.size()
                    ? null
                    : totals(lines).reduce(Money::plus).orElse(null);
        } catch (IllegalArgumentException e) {
            // Several currencies, or more than an amount can be; placing it says which.
            return null;
        }
    }

    private static Stream<Money> totals(List<Line> lines) {
        return lines.stream().map(Line::total).filter(Objects::nonNull);
    }

    /**
     * A line of it.
     *
     * @param product {@code null} if the catalog has none with this SKU
     * @param total {@code null} if it cannot be calculated
     * @param fault why it cannot be ordered; {@code null} if it can
     */
    record Line(
            EntryForm.Line typed,
            @Nullable ProductDto product,
            @Nullable Money total,
            @Nullable String fault) {

        /**
         * @param requested units in all lines with this SKU
         */
        private static Line of(EntryForm.Line typed, @Nullable ProductDto product, long requested) {
            return new Line(typed, product, total(typed, product), fault(typed, product, requested));
        }

        private static @Nullable Money total(EntryForm.Line line, @Nullable ProductDto product) {
            try {
                return product == null || !line.isPlausible()
                        ? null
                        : product.price().times(line.units());
            } catch (IllegalArgumentException e) {
                // More than an amount can be.
                return null;
            }
        }

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
            if (requested <= product.stock()) {
                return null;
            }
            return product.stock() > 0
                    ? String.format(Locale.ENGLISH, "only %,d left", product.stock())
                    : "out of stock";
        }
    }
}
