package io.watertight.benchmarks.placing;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the shop as the image has it, and sends orders to it: the memory that it has after the start, and the most that it needs then. */
@Command(
        name = "memory",
        description = "Measures the memory of the shop's own, after its start and while it takes orders (on Linux).",
        showDefaultValues = true,
        sortOptions = false)
public final class MemoryCommand implements Callable<Integer> {

    private static final String DATABASE = "shop";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final PrintStream out;

    @Mixin
    private ShopJar shopJar = new ShopJar();

    @Option(names = "--length", description = "How many seconds orders are sent.")
    private int length = 300;

    @Option(names = "--clients", description = "How many clients order at the same time.")
    private int clients = 8;

    @Option(names = "--lines", description = "How many lines an order has.")
    private int lines = 20;

    public MemoryCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        try (var files = ImageFiles.unpack(shopJar.path());
                var server = DatabaseServer.start(DATABASE);
                var shop = MeasuredShop.start(files.shop(), server, DATABASE, "managed");
                var first = new HttpOrders(shop)) {
            double afterStart = shop.memory();
            first.prepare();
            double most = 0;
            try (var load = new Clients(clients, lines, () -> new HttpOrders(shop))) {
                for (int second = 0; second < length; second++) {
                    load.run(SECOND);
                    most = Math.max(most, shop.memory());
                }
            }
            out.printf(
                    "Memory of its own: %.0f MB after the start, at most %.0f MB while %d clients ordered %d lines each for %d s%n",
                    afterStart, most, clients, lines, length);
        }
        return 0;
    }
}
