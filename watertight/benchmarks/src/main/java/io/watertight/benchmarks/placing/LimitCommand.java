package io.watertight.benchmarks.placing;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Starts the shop, and sends orders to it over HTTP and to its database by plain JDBC, alternately, so that other load on the
 * machine affects both.
 */
@Command(
        name = "limit",
        description =
                "Measures how close the shop comes to its database: orders per second over HTTP and by plain JDBC.",
        showDefaultValues = true,
        sortOptions = false)
public final class LimitCommand implements Callable<Integer> {

    private final PrintStream out;

    @Mixin
    private ShopJar shopJar = new ShopJar();

    @Option(names = "--statements", description = "What the shop executed to place an order on 28 November 2026.")
    private Path statements = Path.of("modules", "orders", "src", "test", "benchmark", "order-of-2026-11-28.sql");

    @Option(names = "--rounds", description = "How many rounds each of the two takes, for each number of lines.")
    private int rounds = 60;

    @Option(names = "--round", description = "How many milliseconds a round lasts.")
    private int milliseconds = 500;

    @Option(names = "--warm-up", description = "How many seconds each of the two takes orders before they count.")
    private int warmUp = 60;

    @Option(names = "--clients", description = "How many clients order at the same time.")
    private int clients = 4;

    @Option(names = "--lines", split = ",", description = "How many lines an order has.")
    private List<Integer> lines = List.of(1, 20, 500);

    @Option(names = "--least", description = "The exit code is 1 if a ratio and its interval are below this.")
    private double least = 0;

    public LimitCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Path jar = shopJar.path();
        shopJar.required(statements);
        boolean enough = true;
        try (var server = DatabaseServer.start();
                var shop = MeasuredShop.start(jar, server, "managed");
                var first = new HttpOrders(shop)) {
            first.prepare();
            for (int number : lines) {
                try (var http = new Load(clients, number, () -> new HttpOrders(shop));
                        var plain = new Load(
                                clients, number, () -> new PlainOrders(server.connect(shop.database()), statements))) {
                    http.run(Duration.ofSeconds(warmUp));
                    plain.run(Duration.ofSeconds(warmUp));
                    enough &= report(number, Comparison.of(http, plain, rounds, Duration.ofMillis(milliseconds)));
                }
            }
        }
        return enough ? 0 : 1;
    }

    private boolean report(int number, Comparison measured) {
        out.printf(
                "Orders of %d lines per second: %.0f over HTTP, %.0f by plain JDBC; ratio %.3f (95 %% interval %.3f to %.3f;"
                        + " medians of %d rounds of %d ms, %d clients)%n",
                number,
                measured.first().median(),
                measured.second().median(),
                measured.ratio().median(),
                measured.ratio().low(),
                measured.ratio().high(),
                rounds,
                milliseconds,
                clients);
        boolean enough = measured.ratio().high() >= least;
        if (!enough) {
            out.printf("TOO LITTLE: the ratio has to be at least %.3f.%n", least);
        }
        return enough;
    }
}
