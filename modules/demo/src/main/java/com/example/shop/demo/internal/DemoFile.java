package com.example.shop.demo.internal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;

/** What the retailer's year was cut down to; benchmarks/ makes these files. */
enum DemoFile {
    PRODUCTS,
    CUSTOMERS,
    ORDERS;

    List<NamedCsvRecord> lines() throws IOException {
        String name = "demo/%s.csv".formatted(name().toLowerCase(Locale.ROOT));
        try (CsvReader<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(new ClassPathResource(name).getInputStream())) {
            return lines.stream().toList();
        }
    }
}
