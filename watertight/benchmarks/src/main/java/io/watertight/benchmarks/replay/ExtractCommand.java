package io.watertight.benchmarks.replay;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Makes the shop's demo data of the year. */
@Command(
        name = "extract",
        description = "Writes the shop's demo data, a small sample of the year.",
        showDefaultValues = true)
final class ExtractCommand implements Callable<Integer> {

    private final PrintStream out;

    @Option(
            names = "--file",
            required = true,
            description = "The Online Retail data set as CSV, plain or gzipped.",
            showDefaultValue = Visibility.NEVER)
    private Path file = Path.of("");

    @Option(names = "--into", required = true, description = "The folder of the demo data.")
    private Path into = Path.of("");

    ExtractCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(into)) {
            throw ReplayFailure.usage("There is no folder %s; set the folder of the demo data with --into."
                    .formatted(into.toAbsolutePath().normalize()));
        }
        YearPlanner planner = new YearPlanner();
        new SalesFile(file).read(planner);
        YearPlan demo = DemoExtract.of(planner.plan());
        new ExtractFiles(into).write(demo).forEach(out::println);
        out.printf(
                "%d products, %d customers, %d orders%n",
                demo.products().size(), demo.customers().size(), demo.orders().size());
        return ExitCode.OK.code();
    }
}
