package io.watertight.benchmarks.placing;

import java.util.Arrays;
import java.util.Random;

/**
 * The median of a few noisy measurements, with its confidence interval.
 *
 * @param low lower end of the median's 95 % confidence interval, by bootstrapping
 * @param high its upper end
 */
record Spread(double median, double low, double high, double lowerQuartile, double upperQuartile) {

    private static final int DRAWS = 10_000;

    static Spread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] medians = medianOfDraws(sorted);
        return new Spread(
                quantile(sorted, 0.5),
                quantile(medians, 0.025),
                quantile(medians, 0.975),
                quantile(sorted, 0.25),
                quantile(sorted, 0.75));
    }

    private static double[] medianOfDraws(double[] values) {
        var random = new Random(1);
        double[] medians = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            double[] draw = random.ints(values.length, 0, values.length)
                    .mapToDouble(it -> values[it])
                    .sorted()
                    .toArray();
            medians[i] = quantile(draw, 0.5);
        }
        Arrays.sort(medians);
        return medians;
    }

    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
