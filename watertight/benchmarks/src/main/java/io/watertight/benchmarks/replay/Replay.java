package io.watertight.benchmarks.replay;

import java.time.Instant;

/** One run of the replay, from the file to the report; it skips what the state file records as done. */
final class Replay {

    private final ReplaySettings settings;
    private final ProgressDisplay display;
    private final StopSignal stop;
    private final ErrorTally errors = new ErrorTally();
    private final PhaseMeter betweenPhases = new PhaseMeter("between phases");

    Replay(ReplaySettings settings, ProgressDisplay display, StopSignal stop) {
        this.settings = settings;
        this.display = display;
        this.stop = stop;
    }

    /**
     * Runs to the end and returns the report.
     *
     * @throws ReplayFailure if the run cannot start or continue
     * @throws StoppedException if a stop was requested before the end
     */
    Report run() {
        Instant begun = Instant.now();
        display.say("Reading " + settings.file());
        YearPlanner planner = new YearPlanner();
        String fingerprint = new SalesFile(settings.file()).read(planner);
        YearPlan plan = planner.plan().firstOrders(settings.limit());
        if (plan.orders().isEmpty()) {
            throw ReplayFailure.usage("There is no sale to replay in %s.".formatted(settings.file()));
        }
        try (ShopConnection connection =
                new ShopConnection(settings.url(), settings.user(), settings.patience(), stop, errors, display::say)) {
            Shop shop = new Shop(connection);
            shop.checkThatItIsThere(betweenPhases);
            String address = settings.url().toString();
            try (Journal journal =
                    Journal.open(settings.state(), new JournalEntry.Started(fingerprint, address, begun))) {
                return run(plan, shop, journal, begun);
            }
        } catch (RefusedException e) {
            throw ReplayFailure.mismatch(
                    "The shop does not respond according to its contract: %s.".formatted(e.getMessage()));
        }
    }

    private Report run(YearPlan plan, Shop shop, Journal journal, Instant begun) {
        Phase phase = new Phase(new Clients(settings.clients(), stop), display, errors);
        if (journal.resumed()) {
            checkThatStateFits(plan, journal.progress(), shop);
            display.say("Continuing where %s ends: %s".formatted(journal.path(), journal.progress()));
        }
        try {
            SalesByCountry baseline = baseline(journal, shop);
            prepare(plan, shop, journal, phase, baseline);
            order(plan, shop, journal, phase);
            cancel(plan, shop, journal, phase);
            SalesByCountry sold = shop.sales(betweenPhases).minus(baseline);
            Reconciliation reconciliation =
                    new Reconciliation(plan, journal.progress(), sold, shop.stockOfAll(betweenPhases), errors.kinds());
            return Report.of(settings, journal.resumed(), begun, phase.results(), reconciliation);
        } catch (StoppedException e) {
            display.say("Stopped at %s Run it again to continue.".formatted(journal.progress()));
            throw e;
        }
    }

    private void checkThatStateFits(YearPlan plan, ReplayProgress progress, Shop shop) {
        if (!plan.invoices().containsAll(progress.orders().keySet())) {
            throw ReplayFailure.usage(
                    "The state file %s contains orders beyond --limit %d: raise the limit, or choose another file with --state."
                            .formatted(settings.state(), settings.limit()));
        }
        boolean sameShop = progress.orders().values().stream()
                .findAny()
                .map(order -> shop.knowsOrder(order.id(), betweenPhases))
                .orElseGet(() -> progress.products().stream()
                        .findAny()
                        .map(sku -> shop.knowsProduct(sku, betweenPhases))
                        .orElse(true));
        if (!sameShop) {
            throw ReplayFailure.usage(
                    "The shop at %s lacks what the state file %s records, so its data were replaced: delete the file to start again, or choose another file with --state."
                            .formatted(settings.url(), settings.state()));
        }
    }

    /** What the shop had sold before; the first run records it for all. */
    private SalesByCountry baseline(Journal journal, Shop shop) {
        return journal.progress().baseline().orElseGet(() -> {
            SalesByCountry sales = shop.sales(betweenPhases);
            journal.add(new JournalEntry.Baseline(sales));
            journal.force();
            return sales;
        });
    }

    /**
     * Orders are sent only after the preparation. So if there are orders, it was complete, even if the state file has lost its
     * end; correcting stocks again would undo what these orders took.
     */
    private void prepare(YearPlan plan, Shop shop, Journal journal, Phase phase, SalesByCountry baseline) {
        if (journal.progress().isPrepared()) {
            return;
        }
        if (ordersWereSent(plan, shop, baseline)) {
            display.say("The shop has already accepted orders: products, stocks and customers stay as they are.");
            journal.add(new JournalEntry.Prepared(null));
        } else {
            journal.add(new JournalEntry.Prepared(new Preparation(plan, shop, journal, phase, stop).run()));
        }
        journal.force();
    }

    /** Somebody else may have bought something in the meantime, but nobody else creates all these products. */
    private boolean ordersWereSent(YearPlan plan, Shop shop, SalesByCountry baseline) {
        return !shop.sales(betweenPhases).total().sameAs(baseline.total())
                && shop.stockOfAll(betweenPhases)
                        .keySet()
                        .containsAll(plan.stockBefore().keySet());
    }

    private void order(YearPlan plan, Shop shop, Journal journal, Phase phase) {
        ReplayProgress progress = journal.progress();
        phase.run("orders", plan.orders(), order -> progress.orders().containsKey(order.invoice()), (order, meter) -> {
            ShopJson.Order placed = shop.place(order, meter);
            journal.add(new JournalEntry.Placed(
                    order.invoice(),
                    placed.id(),
                    placed.lines().size(),
                    placed.total().amount()));
        });
        stop.check();
        journal.force();
    }

    /** An order that the shop refused cannot be cancelled, and is counted as refused already. */
    private void cancel(YearPlan plan, Shop shop, Journal journal, Phase phase) {
        ReplayProgress progress = journal.progress();
        phase.run(
                "cancellations",
                plan.cancellations().stream()
                        .map(PlannedCancellation::order)
                        .flatMap(order -> progress.order(order.invoice()).stream())
                        .toList(),
                placed -> progress.cancelled().contains(placed.invoice()),
                (placed, meter) -> {
                    shop.cancelOrder(placed.id(), meter);
                    journal.add(new JournalEntry.Cancelled(placed.invoice()));
                });
        stop.check();
        journal.force();
    }
}
