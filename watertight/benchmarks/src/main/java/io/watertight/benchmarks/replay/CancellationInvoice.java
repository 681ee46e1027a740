package io.watertight.benchmarks.replay;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A C-invoice in the file: who returns what and when, but not from which order. */
record CancellationInvoice(String number, List<SalesLine> lines) {

    String customer() {
        return lines.getFirst().customer();
    }

    LocalDateTime time() {
        return lines.getFirst().time();
    }

    /** The returned pieces by SKU, as positive numbers. */
    Map<String, Long> quantities() {
        return lines.stream()
                .collect(Collectors.groupingBy(SalesLine::sku, Collectors.summingLong(l -> -l.quantity())));
    }

    /** The returned value in GBP, as a positive number. */
    BigDecimal value() {
        return lines.stream()
                .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(-line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
