package io.watertight.benchmarks.placing;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills a shop with as many orders as one has after years, and measures how long its pages and exports take then. */
@Command(
        name = "million",
        description = "Fills a shop with a million orders, and measures how long its pages and exports take.",
        showDefaultValues = true,
        sortOptions = false)
public final class MillionCommand implements Callable<Integer> {

    private static final int OK = 200;
    private static final int EXPORTS = 5;

    private final PrintStream out;

    @Mixin
    private ShopJar shopJar = new ShopJar();

    @Option(
            names = "--shop",
            description =
                    "A folder with shop.sql, which fills the shop, and pages.txt and exports.txt, an address a line.")
    private Path folder = Path.of("modules", "demo", "src", "test", "large-shop");

    @Option(
            names = "--orders",
            description = "How many orders the shop has; it has a tenth as many products and customers.")
    private int orders = 1_000_000;

    @Option(names = "--rounds", description = "How often each page is opened.")
    private int rounds = 40;

    public MillionCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Path jar = shopJar.path();
        Path fill = shopJar.required(folder.resolve("shop.sql"));
        Path pages = shopJar.required(folder.resolve("pages.txt"));
        Path exports = shopJar.required(folder.resolve("exports.txt"));
        try (var server = DatabaseServer.start();
                var shop = MeasuredShop.start(jar, server, "managed");
                var http = HttpClient.newHttpClient()) {
            fill(server, shop, Files.readString(fill));
            for (String page : Files.readAllLines(pages)) {
                measure(http, shop, page);
            }
            for (String export : Files.readAllLines(exports)) {
                export(http, shop, export);
            }
        }
        return 0;
    }

    private void fill(DatabaseServer server, MeasuredShop shop, String sql) throws SQLException {
        var begin = Instant.now();
        try (var connection = server.connect(shop.database());
                var statement = connection.createStatement()) {
            statement.execute("set large_shop.orders = " + orders);
            statement.execute(sql);
        }
        out.printf(
                "%,d orders were written in %d s%n",
                orders, Duration.between(begin, Instant.now()).toSeconds());
    }

    private void measure(HttpClient http, MeasuredShop shop, String page) throws IOException, InterruptedException {
        var request = request(shop, page, "text/html, */*");
        double[] milliseconds = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            var begin = Instant.now();
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            milliseconds[i] = Duration.between(begin, Instant.now()).toNanos() / 1e6;
            if (status != OK) {
                throw new IOException("%s answered %d".formatted(page, status));
            }
        }
        Arrays.sort(milliseconds);
        out.printf(
                "%-50s median %6.1f ms, p95 %6.1f ms%n",
                page, milliseconds[rounds / 2], milliseconds[Math.ceilDiv(rounds * 95, 100) - 1]);
    }

    /** Memory once used is not given back at once, so that what there is at the end is the most there was. */
    private void export(HttpClient http, MeasuredShop shop, String address) throws IOException, InterruptedException {
        double before = shop.memory();
        double[] rates = new double[EXPORTS];
        long rows = 0;
        for (int i = 0; i < EXPORTS; i++) {
            var begin = Instant.now();
            var response = http.send(request(shop, address, "text/csv"), BodyHandlers.ofLines());
            if (response.statusCode() != OK) {
                throw new IOException("%s answered %d".formatted(address, response.statusCode()));
            }
            try (var lines = response.body()) {
                rows = lines.skip(1).count();
            }
            rates[i] = rows / (Duration.between(begin, Instant.now()).toNanos() / 1e9);
        }
        Arrays.sort(rates);
        out.printf(
                "%-50s %,d rows, median %,.0f a second; memory of the shop's own %.0f MB before, %.0f MB after%n",
                address, rows, rates[EXPORTS / 2], before, shop.memory());
    }

    private static HttpRequest request(MeasuredShop shop, String address, String accept) throws IOException {
        return HttpRequest.newBuilder(URI.create(shop.url() + address))
                .header("Accept", accept)
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(shop.admin().getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
