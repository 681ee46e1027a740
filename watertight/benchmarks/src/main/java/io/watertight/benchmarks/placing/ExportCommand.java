package io.watertight.benchmarks.placing;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills a shop with a million of everything, and measures how fast and in how much memory it exports them. */
@Command(
        name = "export",
        description = "Measures how many rows a second the shop exports, and the memory that it takes.",
        showDefaultValues = true,
        sortOptions = false)
public final class ExportCommand implements Callable<Integer> {

    private static final int OK = 200;

    private final PrintStream out;

    @Mixin
    private ShopJar shopJar = new ShopJar();

    @Mixin
    private LargeShop large = new LargeShop(1);

    @Option(names = "--rounds", description = "How often everything is exported.")
    private int rounds = 5;

    public ExportCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        var exports = large.addresses(shopJar, "exports.txt");
        try (var server = DatabaseServer.start(LargeShop.DATABASE);
                var shop = MeasuredShop.start(shopJar.path(), server, LargeShop.DATABASE);
                var http = HttpClient.newHttpClient()) {
            large.fill(server);
            for (String export : exports) {
                measure(http, shop, export);
            }
        }
        return 0;
    }

    /** Memory once used is not given back at once, so that what there is at the end is the most there was. */
    private void measure(HttpClient http, MeasuredShop shop, String export) throws IOException, InterruptedException {
        double before = shop.memory();
        double[] rates = new double[rounds];
        long rows = 0;
        for (int i = 0; i < rounds; i++) {
            var begin = Instant.now();
            rows = rows(http, LargeShop.request(shop, export, "text/csv"));
            rates[i] = rows / (Duration.between(begin, Instant.now()).toNanos() / 1e9);
        }
        var rate = Spread.of(rates);
        out.printf(
                "%-25s %,d rows, %,.0f a second (median; 95 %% interval %,.0f to %,.0f); %.0f MB of its own before, %.0f MB after%n",
                export, rows, rate.median(), rate.low(), rate.high(), before, shop.memory());
    }

    private static long rows(HttpClient http, HttpRequest export) throws IOException, InterruptedException {
        var response = http.send(export, BodyHandlers.ofLines());
        try (var lines = response.body()) {
            if (response.statusCode() != OK) {
                throw new IOException("%s answered %d".formatted(export.uri(), response.statusCode()));
            }
            return lines.skip(1).count();
        }
    }
}
