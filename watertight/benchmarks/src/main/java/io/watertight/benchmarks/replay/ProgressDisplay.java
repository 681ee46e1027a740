package io.watertight.benchmarks.replay;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a phase is, its rate and the time left: a moving bar on a terminal, elsewhere a line every few seconds. */
final class ProgressDisplay {

    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean terminal;
    private String printed = "";

    ProgressDisplay(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** @param before what an earlier run did already; rate and time left are those of this run */
    Bar begin(String phase, long before, long total) {
        return new Bar(new ProgressBarBuilder()
                .setTaskName("%-13s".formatted(phase))
                .setInitialMax(total)
                .startsFrom(before, Duration.ZERO)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setUpdateIntervalMillis(terminal ? 250 : 5000)
                .continuousUpdate()
                .setConsumer(new DelegatingProgressBarConsumer(this::print, WIDTH))
                .build());
    }

    /** A sentence between the bars. */
    synchronized void say(String sentence) {
        out.print(terminal ? "\r%-100s\n".formatted(sentence) : sentence + "\n");
        out.flush();
    }

    /** The library draws the last state twice. */
    private synchronized void print(String bar) {
        if (!bar.equals(printed)) {
            printed = bar;
            out.print(terminal ? "\r" + bar : bar + "\n");
            out.flush();
        }
    }

    private synchronized void endLine() {
        if (terminal) {
            out.println();
        }
    }

    /** The bar of one phase, stepped by many threads. */
    final class Bar implements AutoCloseable {

        private final ProgressBar bar;

        private Bar(ProgressBar bar) {
            this.bar = bar;
        }

        void step() {
            bar.step();
        }

        @Override
        public void close() {
            bar.close();
            endLine();
        }
    }
}
