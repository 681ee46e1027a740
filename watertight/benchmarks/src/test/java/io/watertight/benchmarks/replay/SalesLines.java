package io.watertight.benchmarks.replay;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A small sales file, line by line, in the words of a test. */
final class SalesLines {

    private final List<SalesLine> lines = new ArrayList<>();

    static SalesLines file() {
        return new SalesLines();
    }

    SalesLines sale(String invoice, String customer, String time, String sku, int quantity, String price) {
        return line(invoice, customer, time, sku, quantity, price, "Mug " + sku, "United Kingdom");
    }

    SalesLines cancellation(String invoice, String customer, String time, String sku, int quantity, String price) {
        return line(invoice, customer, time, sku, -quantity, price, "Mug " + sku, "United Kingdom");
    }

    SalesLines line(
            String invoice,
            String customer,
            String time,
            String sku,
            int quantity,
            String price,
            String description,
            String country) {
        lines.add(new SalesLine(
                invoice,
                sku,
                description,
                quantity,
                LocalDateTime.parse(time),
                new BigDecimal(price),
                customer,
                country));
        return this;
    }

    YearPlan plan() {
        YearPlanner planner = new YearPlanner();
        lines.forEach(planner);
        return planner.plan();
    }

    Path writeTo(Path path) {
        try (CsvWriter csv = CsvWriter.builder().build(path)) {
            csv.writeRecord(
                    "InvoiceNo",
                    "StockCode",
                    "Description",
                    "Quantity",
                    "InvoiceDate",
                    "UnitPrice",
                    "CustomerID",
                    "Country");
            lines.forEach(line -> csv.writeRecord(
                    line.invoice(),
                    line.sku(),
                    line.description(),
                    Integer.toString(line.quantity()),
                    line.time().toString(),
                    line.unitPrice().toPlainString(),
                    line.customer(),
                    line.country()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }
}
