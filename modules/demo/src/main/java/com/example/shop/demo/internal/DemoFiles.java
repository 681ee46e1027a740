package com.example.shop.demo.internal;

import static java.util.Comparator.naturalOrder;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
                .map(it -> new NewCustomer(it.getField("number"), null, null, it.getField("country")))
                .toList();
    }

    /**
     * By their references, in the file's order.
     *
     * @param now the orders are moved towards this by whole weeks, so that the latest is less than a week old: a shop whose last
     *     order is from 2011 has nothing to show for today
     */
    static Map<String, ImportedOrder> orders(Instant now) throws IOException {
        List<NamedCsvRecord> lines = lines("orders");
        Instant latest =
                lines.stream().map(DemoFiles::placedAt).max(naturalOrder()).orElse(now);
        Period age = Period.ofWeeks((int) (latest.until(now, ChronoUnit.DAYS) / DAYS_OF_A_WEEK));
        return lines.stream()
                .collect(Collectors.groupingBy(
                        it -> it.getField("reference"),
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), it -> order(it, age))));
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

    private static List<NamedCsvRecord> lines(String name) throws IOException {
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                .ofNamedCsvRecord(new ClassPathResource("demo/%s.csv".formatted(name)).getInputStream())) {
            return lines.stream().toList();
        }
    }
}
