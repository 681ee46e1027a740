package io.watertight.benchmarks.placing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a shop is filled, and what can be asked for then. */
final class LargeShop {

    static final String DATABASE = "shop";

    @Option(
            names = "--shop",
            description =
                    "A folder with shop.sql, which fills the shop, and pages.txt and exports.txt, an address a line.")
    private Path folder = Path.of("modules", "demo", "src", "test", "large-shop");

    @Option(names = "--orders", description = "How many orders the shop has.")
    private int orders = 1_000_000;

    @Option(
            names = "--products",
            description = "How many products and customers the shop has, unless in the usual proportion to its orders.")
    private @Nullable Integer products;

    private final int ordersOfEach;

    /** @param ordersOfEach how many orders there are for each product and each customer, if nobody says it */
    LargeShop(int ordersOfEach) {
        this.ordersOfEach = ordersOfEach;
    }

    /** Fills the shop of that database, which is empty. */
    void fill(DatabaseServer server) throws IOException, SQLException {
        try (var connection = server.connect(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute("set large_shop.orders = %d; set large_shop.products = %d"
                    .formatted(orders, products == null ? orders / ordersOfEach : products));
            statement.execute(Files.readString(folder.resolve("shop.sql")));
        }
    }

    /** {@return the lines of a file} */
    List<String> addresses(ShopJar shop, String file) throws IOException {
        shop.path();
        shop.required(folder.resolve("shop.sql"));
        return Files.readAllLines(shop.required(folder.resolve(file)));
    }

    /** {@return a request as somebody who may see everything} */
    static HttpRequest request(MeasuredShop shop, String address, String accept) throws IOException {
        String admin = Base64.getEncoder().encodeToString(shop.admin().getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(shop.url() + address))
                .header("Accept", accept)
                .header("Authorization", "Basic " + admin)
                .build();
    }
}
