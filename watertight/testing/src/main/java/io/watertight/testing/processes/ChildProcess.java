package io.watertight.testing.processes;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/** A JVM that this one has started, with the same class path. */
record ChildProcess(String name, Path log, Process process) implements AutoCloseable {

    /** Longer than the 30 seconds that Spring gives running requests to finish. */
    private static final int SECONDS_TO_END = 45;

    private static final int LAST_LINES = 20;

    /**
     * @param properties system properties, which take precedence over the environment
     * @param environment in addition to this JVM's
     * @param without variables of this JVM's environment that it does not get
     */
    record Command(
            Class<?> main,
            Map<String, String> properties,
            List<String> arguments,
            Map<String, String> environment,
            Set<String> without) {}

    /** Starts it, with its output in {@code <name>.log} of the folder. */
    static ChildProcess start(String name, Path folder, Command command) {
        return start(name, folder, command, false);
    }

    /** Starts it, with its output on the console. */
    static ChildProcess startInView(String name, Path folder, Command command) {
        return start(name, folder, command, true);
    }

    private static ChildProcess start(String name, Path folder, Command command, boolean inView) {
        var log = folder.resolve(name + ".log");
        try {
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "@" + argumentFile(folder.resolve(name + ".args"), command))
                    .redirectErrorStream(!inView)
                    .redirectOutput(inView ? Redirect.INHERIT : Redirect.to(log.toFile()));
            if (inView) {
                builder.redirectError(Redirect.INHERIT);
            }
            builder.environment().keySet().removeAll(command.without());
            builder.environment().putAll(command.environment());
            return new ChildProcess(name, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On some systems a command line is too short for a class path. */
    private static Path argumentFile(Path file, Command command) throws IOException {
        // For a quick start rather than speed in the long run, as the plugin starts an application in one process.
        var arguments = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.properties().forEach((name, value) -> arguments.add("-D%s=%s".formatted(name, value)));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        arguments.addAll(List.of(Child.class.getName(), command.main().getName()));
        arguments.addAll(command.arguments());
        return Files.writeString(
                file,
                arguments.stream()
                        .map(it -> '"' + it.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining("\n")),
                Charset.forName(System.getProperty("native.encoding")));
    }

    FailureAnalyzedException ended() {
        return new FailureAnalyzedException(
                "The process '%s' has ended with status %d.".formatted(name, process.exitValue()), lastLines());
    }

    private String lastLines() {
        try {
            if (!Files.exists(log)) {
                return "Its output is above.";
            }
            // Decodes any bytes.
            var lines =
                    Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
            return "The last lines of its output, %s:\n\n    %s"
                    .formatted(
                            log,
                            String.join("\n    ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
        }
    }

    /** Ends it, and waits until it has ended. */
    @Override
    public void close() {
        end();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The main class of a process: runs the application's main class, and ends when the process that started it does. */
    static final class Child {

        private Child() {}

        /**
         * @param args the application's main class, and its arguments
         */
        public static void main(String[] args) throws ReflectiveOperationException {
            Thread.ofPlatform().daemon().name("end-with-parent").start(Child::endWithParent);
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(args, 1, args.length));
        }

        /** Standard input ends when the parent closes it, or is killed. */
        private static void endWithParent() {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // It has ended, too.
            }
            System.exit(0);
        }
    }
}
