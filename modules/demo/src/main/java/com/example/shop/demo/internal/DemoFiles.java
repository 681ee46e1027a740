package com.example.shop.demo.internal;

import com.example.shop.catalog.NewProduct;
import com.example.shop.customers.NewCustomer;
import com.example.shop.kernel.Money;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** An extract of the retailer's year; the toolkit's benchmarks make these files. */
final class DemoFiles {

    private static final int DAYS_OF_A_WEEK = 7;

    private DemoFiles() {}

    static List<NewProduct> products() throws IOException {
        return lines("products").stream()
                .map(it -> new NewProduct(
                        it.getField("sku"),
                        it.getField("name"),
                        Money.of(it.getField("price"), it.getField("currency")),
                        Long.parseLong(it.getField("stock"))))
                .toList();
    }

    static List<NewCustomer> customers() throws IOException {
        return lines("customers").stream()
                .map(it -> new NewCustomer(
                        it.getField("number"),
                        orNull(it.getField("name")),
                        orNull(it.getField("email")),
                        it.getField("country")))
                .toList();
    }

    /**
     * By their references, in the file's order.
     *
     * @param now the orders are moved towards this by whole weeks, so that the latest is less than a week old: a shop whose last
     *     order is from 2011 has nothing to show for today
     */
    static Map<String, ImportedOrder> orders(Instant now) throws IOException {
        Map<String, List<NamedCsvRecord>> byReference = lines("orders").stream()
                .collect(
                        Collectors.groupingBy(it -> it.getField("reference"), LinkedHashMap::new, Collectors.toList()));
        Instant latest = byReference.values().stream()
                .map(it -> placedAt(it.getFirst()))
                .max(Comparator.naturalOrder())
                .orElse(now);
        Period age = Period.ofWeeks((int) (latest.until(now, ChronoUnit.DAYS) / DAYS_OF_A_WEEK));
        Map<String, ImportedOrder> orders = new LinkedHashMap<>();
        byReference.forEach((reference, lines) -> orders.put(reference, order(lines, age)));
        return orders;
    }

    private static ImportedOrder order(List<NamedCsvRecord> lines, Period age) {
        NamedCsvRecord first = lines.getFirst();
        return new ImportedOrder(
                first.getField("customer"),
                placedAt(first).plus(age),
                first.getField("delivery_country"),
                lines.stream()
                        .map(it -> new ImportedLine(
                                it.getField("sku"),
                                Integer.parseInt(it.getField("quantity")),
                                Money.of(it.getField("unit_price"), it.getField("currency"))))
                        .toList());
    }

    private static Instant placedAt(NamedCsvRecord line) {
        return Instant.parse(line.getField("placed_at"));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<NamedCsvRecord> lines(String name) throws IOException {
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                .ofNamedCsvRecord(new ClassPathResource("demo/%s.csv".formatted(name)).getInputStream())) {
            return lines.stream().toList();
        }
    }
}
