package io.watertight.benchmarks.replay;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** One line of the retailer's file, as it stands there; texts may be empty, {@code time} is London's wall clock. */
record SalesLine(
        String invoice,
        String sku,
        String description,
        int quantity,
        LocalDateTime time,
        BigDecimal unitPrice,
        String customer,
        String country) {

    boolean isCancellation() {
        return invoice.startsWith("C");
    }

    boolean isPlainSale() {
        return !isCancellation() && !isBadDebt() && quantity > 0 && unitPrice.signum() > 0 && !customer.isBlank();
    }

    private boolean isBadDebt() {
        return invoice.startsWith("A");
    }
}
