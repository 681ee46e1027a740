package io.watertight.benchmarks.placing;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills a shop with as many orders as one has after years, and measures how long its pages take then. */
@Command(
        name = "million",
        description = "Fills a shop with a million orders, and measures how long its pages take.",
        showDefaultValues = true,
        sortOptions = false)
public final class MillionCommand implements Callable<Integer> {

    private static final int ORDERS_OF_EACH = 10;
    private static final int OK = 200;

    private final PrintStream out;

    @Mixin
    private ShopJar shopJar = new ShopJar();

    @Mixin
    private LargeShop large = new LargeShop(ORDERS_OF_EACH);

    @Option(names = "--rounds", description = "How often each page is opened.")
    private int rounds = 40;

    public MillionCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        var pages = large.addresses(shopJar, "pages.txt");
        try (var server = DatabaseServer.start(LargeShop.DATABASE);
                var shop = MeasuredShop.start(shopJar.path(), server, LargeShop.DATABASE);
                var http = HttpClient.newHttpClient()) {
            var begin = Instant.now();
            large.fill(server);
            out.printf(
                    "The shop was filled in %d s%n",
                    Duration.between(begin, Instant.now()).toSeconds());
            for (String page : pages) {
                double[] milliseconds = measure(http, LargeShop.request(shop, page, "text/html, */*"));
                out.printf(
                        "%-50s median %6.1f ms, p95 %6.1f ms%n",
                        page, milliseconds[rounds / 2], milliseconds[Math.ceilDiv(rounds * 95, 100) - 1]);
            }
        }
        return 0;
    }

    private double[] measure(HttpClient http, HttpRequest page) throws IOException, InterruptedException {
        double[] milliseconds = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            var begin = Instant.now();
            int status = http.send(page, BodyHandlers.discarding()).statusCode();
            milliseconds[i] = Duration.between(begin, Instant.now()).toNanos() / 1e6;
            if (status != OK) {
                throw new IOException("%s answered %d".formatted(page.uri(), status));
            }
        }
        Arrays.sort(milliseconds);
        return milliseconds;
    }
}
