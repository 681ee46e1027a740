package io.watertight.benchmarks.replay;

import io.watertight.benchmarks.placing.ExportCommand;
import io.watertight.benchmarks.placing.LimitCommand;
import io.watertight.benchmarks.placing.MemoryCommand;
import io.watertight.benchmarks.placing.MillionCommand;
import io.watertight.benchmarks.placing.RolesCommand;
import io.watertight.benchmarks.placing.StartCommand;
import io.watertight.benchmarks.placing.WarmUpCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The command line: {@code replay} replays a year in a running shop, {@code extract} extracts demo data from it, {@code limit},
 * {@code warm-up} and {@code roles} measure how fast orders are placed, {@code start} how fast the shop is ready, {@code memory} how much it
 * needs, {@code million} and {@code export} how fast its pages and exports are with a million orders.
 */
@Command(
        name = "benchmarks",
        description =
                "Replays a retailer's year in a running shop, extracts demo data from it, or measures how fast it starts and takes orders.",
        synopsisSubcommandLabel = "(replay | extract | limit | warm-up | roles | start | memory | million | export)")
public final class Benchmarks {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    @SuppressWarnings("unused")
    private boolean help;

    Benchmarks() {}

    /** Ends the process with one of the exit codes that the README lists. */
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        return new CommandLine(new Benchmarks())
                .addSubcommand(new ReplayCommand(out, err))
                .addSubcommand(new ExtractCommand(out))
                .addSubcommand(new LimitCommand(out))
                .addSubcommand(new RolesCommand(out))
                .addSubcommand(new StartCommand(out))
                .addSubcommand(new WarmUpCommand(out))
                .addSubcommand(new MemoryCommand(out))
                .addSubcommand(new MillionCommand(out))
                .addSubcommand(new ExportCommand(out))
                .setOut(new PrintWriter(out, true, out.charset()))
                .setErr(new PrintWriter(err, true, err.charset()))
                .setParameterExceptionHandler(Benchmarks::explain)
                .setExecutionExceptionHandler(Benchmarks::explain)
                .execute(arguments);
    }

    private static int explain(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(failure.getMessage());
        command.getErr().println("All options: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.code();
    }

    private static int explain(Exception failure, CommandLine command, ParseResult arguments) throws Exception {
        if (failure instanceof ReplayFailure known) {
            command.getErr().println(known.getMessage());
            return known.exitCode().code();
        }
        throw failure;
    }
}
