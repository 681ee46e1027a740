package com.example.shop.orders.internal;

import com.example.shop.catalog.ProductDto;
import com.example.shop.kernel.Money;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an order that is being written, with what the catalog says of them at this moment.
 *
 * @param total {@code null} as long as there is none, or not all lines can be added up
 * @param faults how many lines cannot be ordered as they stand
 * @param mixed whether they are priced in several currencies
 */
record EntryDraft(List<Line> lines, @Nullable Money total, long faults, boolean mixed) {

    EntryDraft {
        lines = List.copyOf(lines);
    }

    static EntryDraft of(List<Line> lines) {
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
     * @param total {@code null} if it cannot be told
     * @param fault why it cannot be ordered; {@code null} if it can
     */
    record Line(
            EntryForm.Line typed,
            @Nullable ProductDto product,
            @Nullable Money total,
            @Nullable String fault) {}
}
