package io.watertight.pattern;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/**
 * A column or bar of a plot in the template {@code watertight/plot}.
 *
 * @param text the value, formatted for people
 * @param share the percentage of the largest value, 0 to 100
 */
public record PlotPoint(String label, String text, int share) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** {@return a point for each item, in the same order} */
    public static <T> List<PlotPoint> of(
            List<T> items,
            Function<? super T, String> label,
            Function<? super T, BigDecimal> value,
            Function<BigDecimal, String> text) {
        BigDecimal largest = items.stream().<BigDecimal>map(value).reduce(BigDecimal.ZERO, BigDecimal::max);
        return items.stream()
                .map(it -> new PlotPoint(label.apply(it), text.apply(value.apply(it)), share(value.apply(it), largest)))
                .toList();
    }

    private static int share(BigDecimal value, BigDecimal largest) {
        return largest.signum() == 0 || value.signum() < 0
                ? 0
                : value.multiply(WHOLE).divide(largest, 0, RoundingMode.HALF_UP).intValue();
    }
}
