package io.watertight.benchmarks.placing;

import java.io.IOException;
import java.time.Duration;

/**
 * Orders per second of two loads that ran alternately.
 *
 * @param ratio of the first to the second, round by round
 */
record Comparison(Spread first, Spread second, Spread ratio) {

    /**
     * Rounds are short and many, so that other load on the machine affects both alike. Their order alternates, so that neither
     * has an advantage.
     */
    static Comparison of(Load first, Load second, int rounds, Duration length)
            throws IOException, InterruptedException {
        double[] ofFirst = new double[rounds];
        double[] ofSecond = new double[rounds];
        double[] ratios = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            if (i % 2 == 0) {
                ofFirst[i] = first.run(length);
                ofSecond[i] = second.run(length);
            } else {
                ofSecond[i] = second.run(length);
                ofFirst[i] = first.run(length);
            }
            ratios[i] = ofFirst[i] / ofSecond[i];
        }
        return new Comparison(Spread.of(ofFirst), Spread.of(ofSecond), Spread.of(ratios));
    }
}
