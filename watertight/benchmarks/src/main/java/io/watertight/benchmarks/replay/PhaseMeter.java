package io.watertight.benchmarks.replay;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Measures one phase. A request counts from sending to its last byte, and only the attempt that was answered: the waits
 * between attempts are outages of the shop, not its speed.
 */
final class PhaseMeter {

    /**
     * @param done pieces of work finished in this run
     * @param requests requests answered
     */
    record Result(
            String phase,
            long done,
            long requests,
            double seconds,
            double perSecond,
            double p50Millis,
            double p95Millis,
            double p99Millis,
            double maxMillis) {}

    private final String phase;
    private final Histogram micros = new ConcurrentHistogram(3);
    private final AtomicLong done = new AtomicLong();
    private final long begun = System.nanoTime();

    PhaseMeter(String phase) {
        this.phase = phase;
    }

    void answered(Duration time) {
        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(time.toNanos()));
    }

    void done() {
        done.incrementAndGet();
    }

    Result result() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Result(
                phase,
                done.get(),
                micros.getTotalCount(),
                seconds,
                done.get() / seconds,
                millisAt(50),
                millisAt(95),
                millisAt(99),
                micros.getMaxValue() / 1e3);
    }

    private double millisAt(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }
}
