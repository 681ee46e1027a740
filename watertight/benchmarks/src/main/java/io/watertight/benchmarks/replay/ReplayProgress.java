package io.watertight.benchmarks.replay;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the state file says is done, in memory. */
final class ReplayProgress {

    private final Set<String> products = ConcurrentHashMap.newKeySet();
    private final Set<String> customers = ConcurrentHashMap.newKeySet();
    private final Map<String, JournalEntry.Placed> orders = new ConcurrentHashMap<>();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private volatile JournalEntry.@Nullable Baseline baseline;
    private volatile JournalEntry.@Nullable Prepared prepared;

    void add(JournalEntry entry) {
        switch (entry) {
            case JournalEntry.Started _ -> {}
            case JournalEntry.Baseline first -> baseline = first;
            case JournalEntry.ProductReady(String sku) -> products.add(sku);
            case JournalEntry.CustomerReady(String number) -> customers.add(number);
            case JournalEntry.Prepared done -> prepared = done;
            case JournalEntry.Placed order -> orders.put(order.invoice(), order);
            case JournalEntry.Cancelled(String invoice) -> cancelled.add(invoice);
        }
    }

    Optional<SalesByCountry> baseline() {
        return Optional.ofNullable(baseline).map(JournalEntry.Baseline::sales);
    }

    /** Whether products, stocks and customers are complete. */
    boolean isPrepared() {
        return prepared != null;
    }

    /** The pieces that the shop had of all planned products before the first order, if it is known. */
    Optional<Long> stockBefore() {
        return Optional.ofNullable(prepared).map(JournalEntry.Prepared::stock);
    }

    Set<String> products() {
        return products;
    }

    Set<String> customers() {
        return customers;
    }

    /** The orders by invoice. */
    Map<String, JournalEntry.Placed> orders() {
        return orders;
    }

    Optional<JournalEntry.Placed> order(String invoice) {
        return Optional.ofNullable(orders.get(invoice));
    }

    /** The invoices of cancelled orders. */
    Set<String> cancelled() {
        return cancelled;
    }

    /** The sales that the shop has acknowledged by its answers. */
    Sales acknowledged() {
        return orders.values().stream()
                .map(order -> new Sales(
                        1,
                        order.lines(),
                        order.total(),
                        cancelled.contains(order.invoice()) ? 1 : 0,
                        cancelled.contains(order.invoice()) ? order.total() : BigDecimal.ZERO))
                .reduce(Sales.NONE, Sales::plus);
    }

    @Override
    public String toString() {
        return English.format(
                "%,d products, %,d customers, %,d orders placed, %,d of them cancelled.",
                products.size(), customers.size(), orders.size(), cancelled.size());
    }
}
