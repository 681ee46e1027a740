package io.watertight.benchmarks.placing;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the shop as the image has it, and sends orders to it from the first second on: what is lost while the JVM compiles. */
@Command(
        name = "warm-up",
        description = "Measures how many orders the shop takes right after a start, and how many later.",
        showDefaultValues = true,
        sortOptions = false)
public final class WarmUpCommand implements Callable<Integer> {

    private static final String DATABASE = "shop";
    private static final String ROLES = "managed";

    private final PrintStream out;

    @Mixin
    private ShopJar shopJar = new ShopJar();

    @Option(names = "--rounds", description = "How often the shop is started.")
    private int rounds = 3;

    @Option(names = "--length", description = "How many seconds both periods take that are compared.")
    private int length = 40;

    @Option(names = "--between", description = "How many seconds of load there are between them.")
    private int between = 180;

    @Option(names = "--clients", description = "How many clients order at the same time.")
    private int clients = 4;

    @Option(
            names = "--options",
            description = "More options for the shop's JVM, separated by spaces; several times to compare them.")
    private List<String> options = List.of("");

    public WarmUpCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        try (var files = ImageFiles.unpack(shopJar.path());
                var server = DatabaseServer.start(DATABASE)) {
            var java = files.shop();
            String clerk;
            try (var shop = MeasuredShop.start(java, server, DATABASE, ROLES);
                    var orders = new HttpOrders(shop)) {
                clerk = shop.clerk();
                orders.prepare();
            }
            for (int i = 0; i < rounds; i++) {
                for (String more : options) {
                    measure(server, with(more, java), clerk, more);
                }
            }
        }
        return 0;
    }

    /** {@return the command with these options after the image's, which they may contradict} */
    private static List<String> with(String options, List<String> java) {
        var command = new ArrayList<>(java);
        command.addAll(command.indexOf("-jar"), List.of(options.strip().split(" +")));
        command.remove("");
        return command;
    }

    private void measure(DatabaseServer server, List<String> java, String clerk, String more) throws Exception {
        try (var shop = MeasuredShop.start(java, server, DATABASE, ROLES);
                var load = new Clients(clients, 1, () -> new HttpOrders(shop, clerk))) {
            double cold = load.run(Duration.ofSeconds(length));
            load.run(Duration.ofSeconds(between));
            double warm = load.run(Duration.ofSeconds(length));
            out.printf(
                    "Orders of 1 line per second: %.0f in the first %d s after the start, %.0f after %d s of load; ratio %.2f%s%n",
                    cold, length, warm, length + between, cold / warm, more.isBlank() ? "" : " with " + more);
        }
    }
}
