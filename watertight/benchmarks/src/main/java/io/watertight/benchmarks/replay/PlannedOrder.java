package io.watertight.benchmarks.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One invoice's plain sales. One SKU may stand in several lines, at several prices. */
record PlannedOrder(String invoice, String customer, Instant placedAt, String country, List<Line> lines) {

    /** @param unitPrice in GBP, with the digits of the file */
    record Line(String sku, int quantity, BigDecimal unitPrice) {

        BigDecimal total() {
            return unitPrice.multiply(BigDecimal.valueOf(quantity));
        }
    }

    PlannedOrder {
        lines = List.copyOf(lines);
    }

    BigDecimal total() {
        return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The pieces by SKU, the lines of one SKU added up. */
    Map<String, Long> quantities() {
        return lines.stream().collect(Collectors.groupingBy(Line::sku, Collectors.summingLong(Line::quantity)));
    }
}
