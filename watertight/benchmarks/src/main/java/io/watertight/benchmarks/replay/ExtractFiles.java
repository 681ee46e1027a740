package io.watertight.benchmarks.replay;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes the demo data as the CSV files that {@code modules/demo} loads. */
final class ExtractFiles {

    private final Path folder;

    /** @param folder the folder of the files */
    ExtractFiles(Path folder) {
        this.folder = folder;
    }

    /** Returns the files written. */
    List<Path> write(YearPlan demo) {
        return List.of(
                write(
                        "products.csv",
                        "sku,name,price,currency,stock",
                        demo.products().stream().map(ExtractFiles::row)),
                write(
                        "customers.csv",
                        "number,country",
                        demo.customers().stream().map(customer -> List.of(customer.number(), customer.country()))),
                write(
                        "orders.csv",
                        "reference,customer,placed_at,delivery_country,sku,quantity,unit_price,currency",
                        demo.orders().stream().flatMap(ExtractFiles::rows)));
    }

    private static List<String> row(PlannedProduct product) {
        return List.of(
                product.sku(),
                product.name(),
                product.price().toPlainString(),
                ShopJson.CURRENCY,
                Long.toString(product.stock()));
    }

    private static Stream<List<String>> rows(PlannedOrder order) {
        return order.lines().stream()
                .map(line -> List.of(
                        order.invoice(),
                        order.customer(),
                        order.placedAt().toString(),
                        order.country(),
                        line.sku(),
                        Integer.toString(line.quantity()),
                        line.unitPrice().toPlainString(),
                        ShopJson.CURRENCY));
    }

    private Path write(String file, String header, Stream<List<String>> rows) {
        Path path = folder.resolve(file);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(path)) {
                csv.writeRecord(header.split(","));
                rows.forEach(csv::writeRecord);
            }
            return path;
        } catch (IOException e) {
            throw ReplayFailure.usage("The file %s cannot be written: %s.".formatted(path, e.getMessage()));
        }
    }
}
