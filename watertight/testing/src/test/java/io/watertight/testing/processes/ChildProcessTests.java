package io.watertight.testing.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.testing.processes.ChildProcess.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTests {

    @TempDir
    private Path temporary;

    @Test
    void runsTheApplicationWithItsOwnSettings() throws Exception {
        var inherited = System.getenv().keySet().stream().findFirst().orElseThrow();
        var child = start(new Command(
                Program.class,
                Map.of("setting", "a \"b\" c\\d"),
                List.of("with blanks", "C:\\folder"),
                Map.of("VARIABLE", "its own"),
                Set.of(inherited)));
        assertThat(child.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output().lines())
                .contains("[with blanks, C:\\folder]", "setting a \"b\" c\\d", "VARIABLE its own")
                .doesNotContain("inherits " + inherited);
    }

    /** As if this JVM had been killed. */
    @Test
    void endsWithItsParent() throws Exception {
        var child = start(new Command(Program.class, Map.of(), List.of(Program.STAY), Map.of(), Set.of()));
        while (!output().contains(Program.STAY)) {
            assertThat(child.process().isAlive()).isTrue();
        }
        child.process().getOutputStream().close();
        assertThat(child.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output()).contains("hooks have run");
    }

    @Test
    void saysHowItHasEndedWithItsLastWords() throws Exception {
        var child = start(new Command(Program.class, Map.of(), List.of(Program.FAIL), Map.of(), Set.of()));
        assertThat(child.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        var ended = child.ended();
        assertThat(ended).hasMessage("The process 'child' has ended with status 1.");
        assertThat(ended.analysis().getAction())
                .contains(folder().resolve("child.log").toString(), "No reason at all")
                .doesNotContain("the first line");
    }

    private ChildProcess start(Command command) throws IOException {
        return ChildProcess.start("child", Files.createDirectories(folder()), command);
    }

    private Path folder() {
        return temporary.resolve("with a space");
    }

    private String output() throws IOException {
        return Files.readString(folder().resolve("child.log"));
    }

    static final class Program {

        static final String STAY = "stay";
        static final String FAIL = "fail";

        private Program() {}

        public static void main(String[] args) throws InterruptedException {
            System.out.println("the first line");
            System.out.println(List.of(args));
            System.out.println("setting " + System.getProperty("setting"));
            System.out.println("VARIABLE " + System.getenv("VARIABLE"));
            System.getenv().keySet().forEach(it -> System.out.println("inherits " + it));
            if (List.of(args).contains(FAIL)) {
                for (int line = 0; line < 30; line++) {
                    System.out.println("line " + line);
                }
                throw new IllegalStateException("No reason at all");
            }
            if (List.of(args).contains(STAY)) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hooks have run")));
                System.out.println("It will " + STAY);
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }
}
