package io.watertight.benchmarks.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the demo data as the JSON files that {@code modules/demo} loads: the bodies of the shop's API, each on a line of its own. */
final class ExtractFiles {

    private final Path folder;

    /** @param folder the folder of the files */
    ExtractFiles(Path folder) {
        this.folder = folder;
    }

    /** Returns the files written. */
    List<Path> write(YearPlan demo) {
        return List.of(
                write("products.json", "[", demo.products().stream().map(ExtractFiles::product), "]"),
                write("customers.json", "[", demo.customers().stream().map(ExtractFiles::customer), "]"),
                write("orders.json", "{", demo.orders().stream().map(ExtractFiles::order), "}"));
    }

    private static String product(PlannedProduct product) {
        return json(new ShopJson.ProductBody(
                product.sku(), product.name(), ShopJson.Money.gbp(product.price()), product.stock()));
    }

    private static String customer(PlannedCustomer customer) {
        return json(new ShopJson.CustomerBody(customer.number(), customer.country()));
    }

    private static String order(PlannedOrder order) {
        return json(order.invoice()) + ":" + json(ShopJson.NewOrder.of(order));
    }

    private static String json(Object body) {
        return ShopJson.MAPPER.writeValueAsString(body);
    }

    private Path write(String file, String begin, Stream<String> items, String end) {
        Path path = folder.resolve(file);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            return Files.writeString(path, items.collect(Collectors.joining(",\n", begin + "\n", "\n" + end + "\n")));
        } catch (IOException e) {
            throw ReplayFailure.usage("The file %s cannot be written: %s.".formatted(path, e.getMessage()));
        }
    }
}
