package io.watertight.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressDisplayTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesWholeLinesWhereThereIsNoTerminal() {
        show(new ProgressDisplay(new PrintStream(out, true), false));

        assertThat(printed()).doesNotContain("\r").contains("The shop accepts requests again.\n");
        assertThat(printed().lines())
                .last()
                .asString()
                .startsWith("orders        100% [")
                .contains("] 5/5 (0:00:00");
    }

    @Test
    void drawsOverTheSameLineOnATerminal() {
        show(new ProgressDisplay(new PrintStream(out, true), true));

        assertThat(printed()).contains("\rorders        100% [").endsWith("\n");
    }

    private static void show(ProgressDisplay display) {
        try (ProgressDisplay.Bar bar = display.begin("orders", 3, 5)) {
            bar.step();
            display.say("The shop accepts requests again.");
            bar.step();
        }
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
