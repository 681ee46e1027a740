package io.watertight.benchmarks.placing;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Starts the shop, and sends orders to it over HTTP, has its own process call its service, and sends orders to its database by plain JDBC,
 * by turns, so that other load on the machine affects all three.
 */
@Command(
        name = "limit",
        description =
                "Measures how close the shop comes to its database: orders per second over HTTP, in its process, and by plain JDBC.",
        showDefaultValues = true,
        sortOptions = false)
public final class LimitCommand implements Callable<Integer> {

    private static final String DATABASE = "shop";
    private static final List<String> NAMES = List.of("over HTTP", "in its process", "by plain JDBC");

    private final PrintStream out;

    @Mixin
    private ShopJar shopJar = new ShopJar();

    @Option(names = "--statements", description = "What the shop executed to place an order on 28 November 2026.")
    private Path statements = Path.of("modules", "orders", "src", "test", "benchmark", "order-of-2026-11-28.sql");

    @Option(
            names = "--in-process",
            description = "A file with the name of the test class that is added to the shop and orders in its process.")
    private Path inProcess = Path.of("modules", "orders", "src", "test", "benchmark", "in-process.txt");

    @Option(names = "--test-classes", description = "Where that class is.")
    private Path testClasses = Path.of("app", "target", "test-classes");

    @Option(names = "--rounds", description = "How many rounds each of the three takes, for each number of lines.")
    private int rounds = 60;

    @Option(names = "--round", description = "How many milliseconds a round lasts.")
    private int milliseconds = 500;

    @Option(names = "--warm-up", description = "How many seconds each of the three takes orders before they count.")
    private int warmUp = 60;

    @Option(names = "--clients", description = "How many clients order at the same time.")
    private int clients = 4;

    @Option(names = "--lines", split = ",", description = "How many lines an order has.")
    private List<Integer> lines = List.of(1, 20, 500);

    @Option(
            names = "--least",
            description = "The exit code is 1 if a ratio of HTTP to plain JDBC and its interval are below this.")
    private double least = 0;

    public LimitCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Path jar = shopJar.path();
        shopJar.required(statements);
        String bean = Files.readString(shopJar.required(inProcess)).strip();
        shopJar.required(testClasses.resolve(fileOf(bean)));
        int port = MeasuredShop.freePort();
        boolean enough = true;
        try (var files = ImageFiles.unpack(jar);
                var server = DatabaseServer.start(DATABASE);
                var shop = MeasuredShop.start(java(bean, files, port), server, DATABASE, "managed");
                var first = new HttpOrders(shop)) {
            first.prepare();
            for (int number : lines) {
                try (var http = new Clients(clients, number, () -> new HttpOrders(shop));
                        var process = new InProcess(port, clients, number);
                        var plain = new Clients(
                                clients, number, () -> new PlainOrders(server.connect(DATABASE), statements))) {
                    for (Load load : List.of(http, process, plain)) {
                        load.run(Duration.ofSeconds(warmUp));
                    }
                    enough &= report(
                            number, Comparison.of(rounds, Duration.ofMillis(milliseconds), http, process, plain));
                }
            }
        }
        return enough ? 0 : 1;
    }

    /** {@return what a JVM is called with to start the shop with that bean, alone in a folder: other test classes could become beans, too} */
    private List<String> java(String bean, ImageFiles files, int port) throws IOException {
        var folder = files.folder().resolve("in-process");
        var copy = folder.resolve(fileOf(bean));
        Files.createDirectories(copy.getParent());
        Files.copy(testClasses.resolve(fileOf(bean)), copy);
        return MeasuredShop.with(
                "-Xmx512m",
                "-Din-process.port=" + port,
                "-Dspring.main.sources=" + bean,
                "-cp",
                files.jar() + File.pathSeparator + folder,
                files.mainClass());
    }

    private static String fileOf(String type) {
        return type.replace('.', '/') + ".class";
    }

    private boolean report(int number, Comparison measured) {
        out.printf(
                "Orders of %d lines per second, medians of %d rounds of %d ms, %d clients:%n",
                number, rounds, milliseconds, clients);
        for (int i = 0; i < NAMES.size(); i++) {
            var ratio = measured.ratios().get(i);
            out.printf(
                    "  %-15s %6.0f, ratio %.3f (95 %% interval %.3f to %.3f)%n",
                    NAMES.get(i), measured.rates().get(i).median(), ratio.median(), ratio.low(), ratio.high());
        }
        boolean enough = measured.ratios().getFirst().high() >= least;
        if (!enough) {
            out.printf("TOO LITTLE: the ratio has to be at least %.3f.%n", least);
        }
        return enough;
    }
}
