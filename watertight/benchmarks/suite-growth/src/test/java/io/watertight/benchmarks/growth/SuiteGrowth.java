package io.watertight.benchmarks.growth;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.report.Report;
import io.watertight.guard.run.Examination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A measurement, not a test: it runs where it is named. Examines generated applications of 4, 20 and 100 modules. Each round examines all of them, so that a busy machine is busy
 * for each; the median of the rounds counts.
 */
class SuiteGrowth {

    private static final List<Integer> SIZES = List.of(4, 20, 100);
    private static final int ROUNDS = 5;

    /** Prints a table; fails if a generated application is not found free of violations, for then something else was timed. */
    @Test
    void measure() throws IOException {
        Path folder = Files.createTempDirectory("growth");
        try {
            List<GeneratedApplication> applications = SIZES.stream()
                    .map(it -> GeneratedApplication.in(folder.resolve("modules-" + it), it))
                    .toList();
            applications.forEach(SuiteGrowth::examine);
            List<List<Duration>> rounds = IntStream.range(0, ROUNDS)
                    .mapToObj(
                            _ -> applications.stream().map(SuiteGrowth::examine).toList())
                    .toList();
            print(applications, rounds);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Duration examine(GeneratedApplication application) {
        Instant begin = Instant.now();
        Report report = new Examination(
                        CodeBase.of(GeneratedApplication.MAIN_CLASS, application.root(), application.classpath()),
                        Clock.systemUTC(),
                        EnumSet.allOf(RuleGroup.class),
                        Set.of(),
                        Level.STRICT)
                .examine();
        Duration taken = Duration.between(begin, Instant.now());
        if (!report.findings().isEmpty()) {
            throw new IllegalStateException("The generated application breaks rules: " + report.findings());
        }
        return taken;
    }

    private static void print(List<GeneratedApplication> applications, List<List<Duration>> rounds) {
        System.out.println("modules  classes    median       min       max   per class");
        for (int i = 0; i < applications.size(); i++) {
            int at = i;
            List<Long> millis =
                    rounds.stream().map(it -> it.get(at).toMillis()).sorted().toList();
            int classes = applications.get(i).classes();
            System.out.printf(
                    "%7d  %7d  %5d ms  %5d ms  %5d ms  %6.2f ms%n",
                    applications.get(i).modules(),
                    classes,
                    millis.get(ROUNDS / 2),
                    millis.getFirst(),
                    millis.getLast(),
                    (double) millis.get(ROUNDS / 2) / classes);
        }
    }
}
