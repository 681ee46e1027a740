package io.watertight.benchmarks.replay;

import java.util.List;
import java.util.Map;

/**
 * Creates products, their stock and the customers in the shop. Existing ones are used: the stock of an existing product is
 * corrected to the planned one, which may be repeated because the stock is read again each time.
 */
final class Preparation {

    private static final String REASON = "Opening stock for the replay of a year";
    private static final int ATTEMPTS = 20;

    private final YearPlan plan;
    private final Shop shop;
    private final Journal journal;
    private final Phase phase;
    private final StopSignal stop;

    Preparation(YearPlan plan, Shop shop, Journal journal, Phase phase, StopSignal stop) {
        this.plan = plan;
        this.shop = shop;
        this.journal = journal;
        this.phase = phase;
        this.stop = stop;
    }

    /**
     * Returns when the first order may be sent, with the shop's stock of all planned products.
     *
     * @throws ReplayFailure if a product, a stock or a customer cannot be created as planned: orders make no sense then
     * @throws StoppedException if a stop was requested
     */
    long run() {
        ReplayProgress progress = journal.progress();
        phase.run("products", plan.products(), p -> progress.products().contains(p.sku()), this::bring);
        phase.run("customers", plan.customers(), c -> progress.customers().contains(c.number()), this::bring);
        stop.check();
        checkComplete(progress);
        return checkStock();
    }

    private void bring(PlannedProduct product, PhaseMeter meter) {
        if (!shop.create(product, meter)) {
            correctStock(product, meter);
        }
        journal.add(new JournalEntry.ProductReady(product.sku()));
    }

    private void bring(PlannedCustomer customer, PhaseMeter meter) {
        shop.create(customer, meter);
        journal.add(new JournalEntry.CustomerReady(customer.number()));
    }

    private void correctStock(PlannedProduct product, PhaseMeter meter) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long change = product.stock() - shop.stock(product.sku(), meter);
            if (change == 0 || shop.tryCorrectStock(product.sku(), change, REASON, meter)) {
                return;
            }
        }
        throw new RefusedException("stock not corrected", "the stock of " + product.sku() + " could not be corrected");
    }

    private void checkComplete(ReplayProgress progress) {
        int products = plan.products().size() - progress.products().size();
        int customers = plan.customers().size() - progress.customers().size();
        if (products > 0 || customers > 0) {
            throw ReplayFailure.mismatch("The shop refused %d products and %d customers, so no order was sent: %s"
                    .formatted(products, customers, String.join(" ", phase.failures())));
        }
    }

    /**
     * Checks all stocks once more, because a correction without a response may have been made twice. Returns the stock of all
     * planned products.
     */
    private long checkStock() {
        Map<String, Long> stock = stockOfPlanned();
        if (!deviating(stock).isEmpty()) {
            phase.run("stock", deviating(stock), _ -> false, this::correctStock);
            stop.check();
            stock = stockOfPlanned();
        }
        List<PlannedProduct> deviating = deviating(stock);
        if (!deviating.isEmpty()) {
            PlannedProduct first = deviating.getFirst();
            throw ReplayFailure.mismatch(
                    "The stock of %d products is not as planned (%s should have %d), so no order was sent. Does somebody else use this shop?"
                            .formatted(deviating.size(), first.sku(), first.stock()));
        }
        return stock.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> stockOfPlanned() {
        Map<String, Long> stock = shop.stockOfAll(new PhaseMeter("check of the stock"));
        stock.keySet().retainAll(plan.stockBefore().keySet());
        return stock;
    }

    private List<PlannedProduct> deviating(Map<String, Long> stock) {
        return plan.products().stream()
                .filter(product -> stock.getOrDefault(product.sku(), 0L) != product.stock())
                .toList();
    }
}
