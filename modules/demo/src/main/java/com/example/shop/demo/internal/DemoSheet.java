package com.example.shop.demo.internal;

import com.example.shop.kernel.Money;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The orders of the demo, one line of the sheet for each of theirs. */
final class DemoSheet {

    private static final int DAYS_OF_A_WEEK = 7;

    private DemoSheet() {}

    /**
     * By their references, in the sheet's order.
     *
     * @param now to which they are moved, by whole weeks, so that the latest is less than a week old: a shop whose last
     *     order is from 2011 has nothing to show of today
     */
    static Map<String, ImportedOrder> read(Instant now) throws IOException {
        Map<String, List<NamedCsvRecord>> byReference = DemoFile.ORDERS.lines().stream()
                .collect(
                        Collectors.groupingBy(it -> it.getField("reference"), LinkedHashMap::new, Collectors.toList()));
        Period age = age(byReference.values(), now);
        Map<String, ImportedOrder> orders = new LinkedHashMap<>();
        byReference.forEach((reference, lines) -> orders.put(reference, order(lines, age)));
        return orders;
    }

    private static Period age(Collection<List<NamedCsvRecord>> orders, Instant now) {
        Instant latest = orders.stream()
                .map(it -> placedAt(it.getFirst()))
                .max(Comparator.naturalOrder())
                .orElse(now);
        return Period.ofWeeks((int) (latest.until(now, ChronoUnit.DAYS) / DAYS_OF_A_WEEK));
    }

    private static Instant placedAt(NamedCsvRecord line) {
        return Instant.parse(line.getField("placed_at"));
    }

    private static ImportedOrder order(List<NamedCsvRecord> lines, Period age) {
        NamedCsvRecord first = lines.getFirst();
        return new ImportedOrder(
                first.getField("customer"),
                placedAt(first).plus(age),
                first.getField("delivery_country"),
                lines.stream().map(DemoSheet::line).toList());
    }

    private static ImportedLine line(NamedCsvRecord line) {
        return new ImportedLine(
                line.getField("sku"),
                Integer.parseInt(line.getField("quantity")),
                Money.of(line.getField("unit_price"), line.getField("currency")));
    }
}
