package io.watertight.benchmarks.replay;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * The C-invoices that take back no order as a whole: partial returns, discounts, fees, returns of goods bought before the
 * file begins. The shop has no returns, so these are counted and never guessed.
 */
record Returns(
        int invoices,
        int lines,
        long quantity,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal value) {

    static final Returns NONE = new Returns(0, 0, 0, BigDecimal.ZERO);

    Returns plus(CancellationInvoice other) {
        return new Returns(
                invoices + 1,
                lines + other.lines().size(),
                quantity
                        + other.quantities().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                value.add(other.value()));
    }
}
