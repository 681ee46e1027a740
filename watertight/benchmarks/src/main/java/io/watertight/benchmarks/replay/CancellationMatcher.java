package io.watertight.benchmarks.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the order that a C-invoice cancels. No C-invoice names it, so it is the customer's latest order that was placed
 * earlier, has not been cancelled yet, and has exactly the returned SKUs and quantities, however they are split into lines. An
 * order of the same minute is not earlier: the file does not tell which came first.
 */
final class CancellationMatcher {

    private record Goods(String customer, Map<String, Long> quantities) {}

    private final Map<Goods, List<PlannedOrder>> open = new HashMap<>();
    private final List<PlannedCancellation> matched = new ArrayList<>();
    private Returns returns = Returns.NONE;

    /** @param orders in time order */
    CancellationMatcher(List<PlannedOrder> orders) {
        orders.forEach(order -> open.computeIfAbsent(
                        new Goods(order.customer(), order.quantities()), goods -> new ArrayList<>())
                .add(order));
    }

    /** Must be called in time order. */
    void match(CancellationInvoice invoice) {
        takeLatestEarlier(invoice)
                .ifPresentOrElse(
                        order -> matched.add(new PlannedCancellation(invoice.number(), order)),
                        () -> returns = returns.plus(invoice));
    }

    List<PlannedCancellation> matched() {
        return List.copyOf(matched);
    }

    Returns returns() {
        return returns;
    }

    private Optional<PlannedOrder> takeLatestEarlier(CancellationInvoice invoice) {
        Instant cancelled = invoice.time().atZone(YearPlanner.ZONE).toInstant();
        List<PlannedOrder> candidates =
                open.getOrDefault(new Goods(invoice.customer(), invoice.quantities()), List.of());
        ListIterator<PlannedOrder> fromLatest = candidates.listIterator(candidates.size());
        while (fromLatest.hasPrevious()) {
            PlannedOrder candidate = fromLatest.previous();
            if (candidate.placedAt().isBefore(cancelled)) {
                fromLatest.remove();
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
