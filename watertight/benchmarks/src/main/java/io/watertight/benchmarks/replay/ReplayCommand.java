package io.watertight.benchmarks.replay;

import java.io.Console;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Runs the replay with the options, and stops it cleanly on Ctrl-C. */
@Command(
        name = "replay",
        description = "Replays the year in a running shop and checks that every number adds up.",
        showDefaultValues = true,
        sortOptions = false)
final class ReplayCommand implements Callable<Integer> {

    private static final int SECONDS_TO_FINISH = 30;

    private final PrintStream out;
    private final PrintStream err;

    @Option(
            names = "--file",
            required = true,
            description = "The Online Retail data set as CSV, plain or gzipped.",
            showDefaultValue = Visibility.NEVER)
    private Path file = Path.of("");

    @Option(names = "--url", description = "Where the shop is.")
    private URI url = URI.create("http://localhost:8080");

    @Option(names = "--clients", description = "How many clients send requests at the same time.")
    private int clients = 8;

    @Option(
            names = "--limit",
            description = "Send only the first orders of the year, up to this number.",
            showDefaultValue = Visibility.NEVER)
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--patience", description = "How many seconds to wait for a shop that is away or overloaded.")
    private int patience = 180;

    @Option(names = "--state", description = "The file that keeps what is done; the next run goes on where it ends.")
    private Path state = Path.of(".replay", "state.ndjson");

    @Option(names = "--report", description = "Where the report goes as JSON.")
    private Path report = Path.of(".replay", "report.json");

    @Option(
            names = "--user",
            paramLabel = "<name:password>",
            defaultValue = "${env:REPLAY_USER}",
            description = "A clerk of the shop, sent by HTTP Basic. Default: REPLAY_USER in the environment.",
            showDefaultValue = Visibility.NEVER)
    private @Nullable String user;

    ReplayCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        ReplaySettings settings = settings();
        ProgressDisplay display = new ProgressDisplay(err, isTerminal());
        StopSignal stop = new StopSignal();
        CountDownLatch finished = finishOnCtrlC(stop);
        try {
            Report result = new Replay(settings, display, stop).run();
            out.print(ReportText.of(result));
            out.flush();
            result.write(report);
            return (result.addsUp() ? ExitCode.OK : ExitCode.MISMATCH).code();
        } catch (StoppedException e) {
            return ExitCode.INTERRUPTED.code();
        } finally {
            finished.countDown();
        }
    }

    private ReplaySettings settings() {
        if (file.toString().isEmpty()) {
            throw ReplayFailure.usage("Set the path of the Online Retail data set with --file.");
        }
        if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
            throw ReplayFailure.usage(
                    "--url must be an address such as http://localhost:8080, but is %s.".formatted(url));
        }
        if (clients < 1 || clients > 500) {
            throw ReplayFailure.usage("--clients must be from 1 to 500, but is %d.".formatted(clients));
        }
        if (limit < 1 || patience < 0) {
            throw ReplayFailure.usage("--limit must be 1 or more, --patience 0 or more.");
        }
        URI shop = URI.create(url.toString().replaceAll("/+$", ""));
        return new ReplaySettings(file, shop, user, clients, limit, Duration.ofSeconds(patience), state);
    }

    private static CountDownLatch finishOnCtrlC(StopSignal stop) {
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.request();
            await(finished);
        }));
        return finished;
    }

    @SuppressWarnings("ResultOfMethodCallIgnored")
    private static void await(CountDownLatch finished) {
        try {
            finished.await(SECONDS_TO_FINISH, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** JDK 22 to 24 always provided a console; JDK 25 provides none without a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
