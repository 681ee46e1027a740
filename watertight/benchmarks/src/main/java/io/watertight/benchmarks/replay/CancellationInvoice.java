package io.watertight.benchmarks.replay;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A C-invoice as the file has it: who gives back what and when, but not which order it came from. */
record CancellationInvoice(String number, List<SalesLine> lines) {

    String customer() {
        return lines.getFirst().customer();
    }

    LocalDateTime time() {
        return lines.getFirst().time();
    }

    /** The pieces given back by SKU, as positive numbers. */
    Map<String, Long> quantities() {
        return lines.stream()
                .collect(Collectors.groupingBy(SalesLine::sku, Collectors.summingLong(l -> -l.quantity())));
    }

    /** What is given back in GBP, as a positive number. */
    BigDecimal value() {
        return lines.stream()
                .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(-line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
