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
import org.jspecify.annotations.Nullable;

/**
 * The lines of an order that is being written, with what the catalog says of them at this moment.
 *
 * @param total {@code null} if there are no lines, or they cannot all be added up
 * @param faults how many lines cannot be ordered as they stand
 * @param mixed whether they are priced in several currencies
 * @param repriced whether a price is no longer the one that the buyer has accepted
 */
record EntryDraft(List<Line> lines, @Nullable Money total, long faults, boolean mixed, boolean repriced) {

    /** @param products those that the catalog has */
    static EntryDraft of(List<EntryForm.Line> typed, List<ProductDto> products) {
        Map<String, ProductDto> bySku =
                products.stream().collect(Collectors.toMap(ProductDto::sku, Function.identity()));
        Map<String, Long> requested = typed.stream()
                .collect(Collectors.groupingBy(EntryForm.Line::sku, Collectors.summingLong(EntryForm.Line::units)));
        List<Line> lines = typed.stream()
                .map(it -> new Line(it, bySku.get(it.sku()), requested.getOrDefault(it.sku(), 0L)))
                .toList();
        List<Money> totals =
                lines.stream().map(Line::total).filter(Objects::nonNull).toList();
        return new EntryDraft(
                lines,
                totals.size() < lines.size() ? null : sum(totals),
                lines.stream().filter(it -> it.fault() != null).count(),
                totals.stream().map(Money::currency).distinct().count() > 1,
                lines.stream().anyMatch(it -> it.priceBefore() != null));
    }

    private static @Nullable Money sum(List<Money> totals) {
        try {
            return totals.stream().reduce(Money::plus).orElse(null);
        } catch (IllegalArgumentException e) {
            // Several currencies, or a sum that exceeds the largest amount; placing the order reports which.
            return null;
        }
    }

    /**
     * A line of it.
     *
     * @param product {@code null} if the catalog has none with this SKU
     * @param requested units in all lines with this SKU
     */
    record Line(EntryForm.Line typed, @Nullable ProductDto product, long requested) {

        /** What the buyer has accepted, if that is no longer the price. */
        public @Nullable Money priceBefore() {
            Money seen = typed.price();
            return seen == null || product == null || seen.isWorth(product.price()) ? null : seen;
        }

        /** {@code null} if it cannot be calculated. */
        public @Nullable Money total() {
            try {
                return product == null || !typed.isPlausible()
                        ? null
                        : product.price().times(typed.units());
            } catch (IllegalArgumentException e) {
                // It exceeds the largest amount.
                return null;
            }
        }

        /** Why it cannot be ordered; {@code null} if it can. */
        public @Nullable String fault() {
            return switch (product) {
                case null -> "not in the catalog";
                case ProductDto it when it.discontinued() -> "no longer sold";
                case ProductDto _
                when !typed.isPlausible() ->
                    String.format(Locale.ENGLISH, "quantity must be 1 to %,d", RequestedLine.MAX_QUANTITY);
                case ProductDto it when requested <= it.stock() -> null;
                case ProductDto it when it.stock() > 0 -> String.format(Locale.ENGLISH, "only %,d left", it.stock());
                default -> "out of stock";
            };
        }
    }
}
