package io.watertight.benchmarks.placing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Starts the shop again and again on a database whose schema is in place, alternately as the jar that Maven builds and as the image
 * has it: unpacked, with a cache of its classes; and, like the latter, an empty application with the same libraries.
 */
@Command(
        name = "start",
        description = "Measures how soon the shop is ready, and what memory it has then.",
        showDefaultValues = true,
        sortOptions = false)
public final class StartCommand implements Callable<Integer> {

    private static final String DATABASE = "shop";
    private static final String EMPTY_DATABASE = "empty";
    private static final String ROLES = "managed";

    private final PrintStream out;

    @Mixin
    private ShopJar shopJar = new ShopJar();

    @Option(names = "--rounds", description = "How often each of them is started.")
    private int rounds = 20;

    @Option(names = "--own", description = "The jars of the shop that are not libraries, as a regular expression.")
    private String own = ".*-SNAPSHOT\\.jar";

    public StartCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Path jar = shopJar.path();
        try (var files = ImageFiles.unpack(jar);
                var server = DatabaseServer.start(DATABASE)) {
            var asJar = new Variant("as jar", List.of("-jar", jar.toString()), DATABASE);
            var asImage = new Variant("as in the image", files.shop(), DATABASE);
            server.createDatabase(EMPTY_DATABASE);
            var empty = new Variant("an empty application, as in the image", empty(files, server), EMPTY_DATABASE);
            var all = List.of(asJar, asImage, empty);
            asJar.start(server);
            empty.start(server);
            all.forEach(Variant::forget);
            for (int i = 0; i < rounds; i++) {
                for (var variant : all) {
                    variant.start(server);
                }
            }
            all.forEach(it -> it.report(out));
        }
        return 0;
    }

    /** Unlike the shop, it needs a database for the start that its cache comes from. */
    private List<String> empty(ImageFiles files, DatabaseServer server) throws IOException, InterruptedException {
        return files.cached(
                "empty.aot",
                EmptyApplication.in(files.folder(), own),
                List.of(
                        "--spring.datasource.url=" + server.url(EMPTY_DATABASE),
                        "--spring.datasource.username=" + DatabaseServer.MIGRATOR,
                        "--spring.datasource.password=" + DatabaseServer.MIGRATOR));
    }

    private static final class Variant {

        private final String name;
        private final List<String> java;
        private final String database;
        private final List<Double> seconds = new ArrayList<>();
        private final List<Double> megabytes = new ArrayList<>();

        Variant(String name, List<String> java, String database) {
            this.name = name;
            this.java = java;
            this.database = database;
        }

        void start(DatabaseServer server) throws IOException, InterruptedException {
            var begin = Instant.now();
            try (var shop = MeasuredShop.start(java, server, database, ROLES)) {
                seconds.add(Duration.between(begin, Instant.now()).toMillis() / 1000.0);
                megabytes.add(shop.memory());
            }
        }

        void forget() {
            seconds.clear();
            megabytes.clear();
        }

        void report(PrintStream out) {
            var time = spread(seconds);
            out.printf(
                    "%s: ready after %.1f s (95 %% interval %.1f to %.1f; median of %d starts), with %.0f MB of its own%n",
                    name,
                    time.median(),
                    time.low(),
                    time.high(),
                    seconds.size(),
                    spread(megabytes).median());
        }

        private static Spread spread(List<Double> values) {
            return Spread.of(values.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
