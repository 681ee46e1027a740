package io.watertight.benchmarks.replay;

import java.math.BigDecimal;
import java.util.Locale;

/** Writes numbers the same way on every machine. */
final class English {

    private English() {}

    /** As {@link String#format}. */
    @SuppressWarnings("AnnotateFormatMethod")
    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    static String count(long number) {
        return format("%,d", number);
    }

    /** All digits that the amount has, at least pence. */
    static String money(BigDecimal amount) {
        return format("%,." + Math.max(2, amount.stripTrailingZeros().scale()) + "f", amount);
    }
}
