package io.watertight.benchmarks.placing;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Starts the shop twice, with and without roles, each with its own database, and sends orders to them alternately, so that
 * other load on the machine affects both.
 */
@Command(
        name = "roles",
        description = "Measures what database roles by module cost: orders per second with them and without.",
        showDefaultValues = true,
        sortOptions = false)
public final class RolesCommand implements Callable<Integer> {

    /** The share of throughput that may be lost. */
    private static final double LIMIT = 0.10;

    private final PrintStream out;

    @Mixin
    private ShopJar shopJar = new ShopJar();

    @Option(names = "--rounds", description = "How many rounds each of the two takes.")
    private int rounds = 200;

    @Option(names = "--round", description = "How many milliseconds a round lasts.")
    private int milliseconds = 500;

    @Option(names = "--warm-up", description = "How many seconds each of the two takes orders before they count.")
    private int warmUp = 30;

    @Option(names = "--clients", description = "How many clients order at the same time.")
    private int clients = 4;

    @Option(names = "--lines", description = "How many lines an order has.")
    private int lines = 5;

    @Option(
            names = "--delay",
            description = "How many milliseconds the network adds to each round trip to the database.")
    private int delay = 0;

    public RolesCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        try (var server = DatabaseServer.start(Duration.ofMillis(delay));
                var with = start(server, "managed");
                var without = start(server, "none");
                var ordersWith = load(with);
                var ordersWithout = load(without)) {
            ordersWith.run(Duration.ofSeconds(warmUp));
            ordersWithout.run(Duration.ofSeconds(warmUp));
            return report(Comparison.of(rounds, Duration.ofMillis(milliseconds), ordersWith, ordersWithout)) ? 0 : 1;
        }
    }

    private MeasuredShop start(DatabaseServer server, String roles) throws Exception {
        server.createDatabase(roles);
        var java = MeasuredShop.with("-Xmx512m", "-jar", shopJar.path().toString());
        return MeasuredShop.start(java, server, roles, roles);
    }

    private Load load(MeasuredShop shop) throws Exception {
        try (var first = new HttpOrders(shop)) {
            first.prepare();
        }
        return new Clients(clients, lines, () -> new HttpOrders(shop));
    }

    private boolean report(Comparison measured) {
        var ratio = measured.ratios().getFirst();
        out.printf(
                "Orders per second: %.0f with roles, %.0f without (medians of %d rounds of %d ms)%n",
                measured.rates().getFirst().median(), measured.rates().getLast().median(), rounds, milliseconds);
        out.printf(
                "Orders per second with roles / without: %.3f (median of the rounds' ratios; its 95 %% interval %.3f to %.3f;"
                        + " middle half of the rounds %.3f to %.3f)%n",
                ratio.median(), ratio.low(), ratio.high(), ratio.lowerQuartile(), ratio.upperQuartile());
        boolean withinLimit = ratio.median() >= 1 - LIMIT;
        out.printf(
                "Roles cost %.1f %% of the throughput; %s %.0f %% may be lost.%n",
                100 * (1 - ratio.median()), withinLimit ? "up to" : "TOO MUCH:", 100 * LIMIT);
        return withinLimit;
    }
}
