package io.watertight.tool;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Reads the command line, and decides what becomes of a command's plan. */
public final class Tool {

    private static final int INTERNAL_ERROR = 70;
    private static final List<String> HELP = List.of("help", "--help", "-h");

    private final Path root;
    private final PrintStream out;
    private final PrintStream err;
    private final List<Command> commands;

    Tool(Path root, PrintStream out, PrintStream err, List<Command> commands) {
        this.root = root;
        this.out = out;
        this.err = err;
        this.commands = commands;
    }

    /** Called by the launcher, which knows where the checkout is. */
    public static void main(Path root, String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Tool(root, out, err, Commands.all()).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        try {
            if (arguments.isEmpty() || HELP.contains(arguments.get(0))) {
                return help(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
            }
            return run(command(arguments), arguments);
        } catch (ToolException e) {
            err.println("wt: " + e.getMessage());
            return e.exitCode();
        } catch (InvalidPathException e) {
            err.println(
                    "wt: '%s' is not a valid path: %s. If the locale lacks its characters, type LC_ALL=C.UTF-8 before the command."
                            .formatted(e.getInput(), e.getReason()));
            return 1;
        } catch (IOException | UncheckedIOException e) {
            err.println("wt: a file cannot be read or written: " + e.getMessage());
            return INTERNAL_ERROR;
        }
    }

    private int help(List<String> words) {
        if (words.isEmpty() || HELP.contains(words.get(0))) {
            overview();
        } else {
            out.println(command(words).help().strip());
        }
        return 0;
    }

    private int run(Command command, List<String> words) throws IOException {
        int length = command.name().split(" ").length;
        Arguments arguments = Arguments.parse(words.subList(length, words.size()), command.flags(), command.valued());
        if (arguments.has("help")) {
            out.println(command.help().strip());
            return 0;
        }
        if (arguments.has("dry-run")) {
            PendingWrite.announce(root).ifPresent(out::println);
            return carryOut(command, arguments);
        }
        try (FileChannel lock = CallLock.open(root)) {
            CallLock.take(lock);
            PendingWrite.finish(root).ifPresent(out::println);
            return carryOut(command, arguments);
        }
    }

    private int carryOut(Command command, Arguments arguments) throws IOException {
        Plan plan = new Plan(root);
        Result result = command.run(arguments, plan);
        new PlanCheck(plan).requirePossible();
        if (arguments.has("dry-run")) {
            out.print(PlanDiff.of(plan));
            result.lines().forEach(out::println);
            out.println(plan.isEmpty() ? "Nothing was written." : "Nothing was written: " + plan.summary() + ".");
            return result.failed() ? 1 : 0;
        }
        if (!plan.isEmpty()) {
            WorkTree.of(root)
                    .requireClean(!command.needsCleanWorkTree() || arguments.has("force"))
                    .ifPresent(out::println);
            String summary = plan.summary();
            PendingWrite.carryOut(plan);
            out.println(summary + ".");
        }
        result.lines().forEach(out::println);
        if (!result.next().isEmpty()) {
            out.println("Next: " + result.next());
        }
        return result.failed() ? 1 : 0;
    }

    private Command command(List<String> arguments) {
        return commands.stream()
                .filter(it -> startsWith(arguments, List.of(it.name().split(" "))))
                .findFirst()
                .orElseThrow(() -> unknown(arguments.get(0)));
    }

    private ToolException unknown(String word) {
        String nearest = String.join(
                "', '",
                NearestCommands.of(word, commands.stream().map(Command::name).toList()));
        String meant =
                nearest.isEmpty() ? "" : " Did you mean '%s'?".formatted(nearest.replaceFirst(", (?!.*, )", " or "));
        return ToolException.misuse(
                "There is no command '%s'.%s './wt help' lists all commands.".formatted(word, meant));
    }

    private static boolean startsWith(List<String> arguments, List<String> name) {
        return arguments.size() >= name.size()
                && arguments.subList(0, name.size()).equals(name);
    }

    private void overview() {
        out.println("Makes this project yours; generates modules and fields. Each command has --help.");
        commands.forEach(it -> out.printf("  %-15s %s%n", it.name(), it.summary()));
        out.println(
                "With --dry-run a command shows what it would change, and changes nothing. A command ends with 0 if all is well,");
        out.println(
                "1 if it cannot or must not be done, 2 if the command line is wrong, 70 if a file cannot be read or written.");
    }
}
