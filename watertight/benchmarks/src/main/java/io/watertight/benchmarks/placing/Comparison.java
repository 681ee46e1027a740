package io.watertight.benchmarks.placing;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Orders per second of several loads that ran by turns.
 *
 * @param rates of each
 * @param ratios of each to the last, round by round
 */
record Comparison(List<Spread> rates, List<Spread> ratios) {

    /**
     * Rounds are short and many, so that other load on the machine affects all alike. Each begins with another of the loads, so that none
     * has an advantage.
     */
    static Comparison of(int rounds, Duration length, Load... loads) throws IOException, InterruptedException {
        double[][] rates = new double[loads.length][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < loads.length; turn++) {
                int load = (round + turn) % loads.length;
                rates[load][round] = loads[load].run(length);
            }
        }
        double[] last = rates[loads.length - 1];
        return new Comparison(
                IntStream.range(0, loads.length)
                        .mapToObj(it -> Spread.of(rates[it]))
                        .toList(),
                IntStream.range(0, loads.length)
                        .mapToObj(it -> Spread.of(IntStream.range(0, rounds)
                                .mapToDouble(round -> rates[it][round] / last[round])
                                .toArray()))
                        .toList());
    }
}
