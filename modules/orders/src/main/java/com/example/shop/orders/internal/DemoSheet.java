package com.example.shop.orders.internal;

import com.example.shop.kernel.Money;
import com.example.shop.orders.AgreedOrder;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The orders of the demo, one line of the sheet for each of theirs. */
final class DemoSheet {

    private DemoSheet() {}

    /** By their references, in the sheet's order. */
    static Map<String, AgreedOrder> read() throws IOException {
        try (CsvReader<NamedCsvRecord> sheet = CsvReader.builder()
                .ofNamedCsvRecord(new ClassPathResource("demo/orders/orders.csv").getInputStream())) {
            Map<String, List<NamedCsvRecord>> byReference = sheet.stream()
                    .collect(Collectors.groupingBy(
                            it -> it.getField("reference"), LinkedHashMap::new, Collectors.toList()));
            Map<String, AgreedOrder> orders = new LinkedHashMap<>();
            byReference.forEach((reference, lines) -> orders.put(reference, order(lines)));
            return orders;
        }
    }

    private static AgreedOrder order(List<NamedCsvRecord> lines) {
        NamedCsvRecord first = lines.getFirst();
        return new AgreedOrder(
                first.getField("customer"),
                Instant.parse(first.getField("placed_at")),
                first.getField("delivery_country"),
                lines.stream().map(DemoSheet::line).toList());
    }

    private static AgreedOrder.AgreedLine line(NamedCsvRecord line) {
        return new AgreedOrder.AgreedLine(
                line.getField("sku"),
                Integer.parseInt(line.getField("quantity")),
                Money.of(line.getField("unit_price"), line.getField("currency")));
    }
}
