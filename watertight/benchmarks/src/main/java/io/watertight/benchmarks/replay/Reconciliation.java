package io.watertight.benchmarks.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares what the shop acknowledged, and what it reports afterwards, with the plan, number by number. */
final class Reconciliation {

    /** The number of orders, countries or SKUs that are named; the others are counted. */
    private static final int NAMED = 10;

    private final YearPlan plan;
    private final ReplayProgress progress;
    private final SalesByCountry sold;
    private final Map<String, Long> stock;
    private final List<ErrorTally.Kind> errors;

    /**
     * @param sold the shop's sales since the baseline
     * @param stock what the shop can still sell, by SKU
     */
    Reconciliation(
            YearPlan plan,
            ReplayProgress progress,
            SalesByCountry sold,
            Map<String, Long> stock,
            List<ErrorTally.Kind> errors) {
        this.plan = plan;
        this.progress = progress;
        this.sold = sold;
        this.stock = stock;
        this.errors = errors;
    }

    Sales expected() {
        return plan.expectedSales().total();
    }

    Sales acknowledged() {
        return progress.acknowledged();
    }

    Sales sold() {
        return sold.total();
    }

    Returns returnsNotModelled() {
        return plan.returns();
    }

    List<ErrorTally.Kind> errors() {
        return errors;
    }

    Stock stock() {
        long after = plan.products().stream()
                .mapToLong(product -> stock.getOrDefault(product.sku(), 0L))
                .sum();
        return new Stock(sum(plan.stockBefore()), progress.stockBefore().orElse(null), sum(plan.stockAfter()), after);
    }

    /**
     * The pieces of all planned products together.
     *
     * @param expectedBefore the planned stock before the first order
     * @param before the actual stock, checked SKU by SKU; {@code null} if an interruption left it unknown
     * @param expectedAfter the planned stock at the end; after a whole year, the cancelled pieces
     * @param after the actual stock at the end
     */
    record Stock(long expectedBefore, @Nullable Long before, long expectedAfter, long after) {}

    /** One sentence for each number that does not add up; empty if all do. */
    List<String> mismatches() {
        List<String> sentences = new ArrayList<>();
        compare("The shop acknowledged", acknowledged(), expected(), sentences);
        compare("The shop's sales by country grew by", sold(), expected(), sentences);
        if (acknowledged().orders() > sold().orders()) {
            sentences.add(English.format(
                    "The shop does not count %,d of the orders that it acknowledged as new. Either it has lost them, or an earlier run whose state file is gone had sent them and the shop knew their idempotency keys; then no order is duplicated, but only an empty shop can be replayed anew.",
                    acknowledged().orders() - sold().orders()));
        }
        named(orders(), "orders", sentences);
        if (sold().sameAs(expected())) {
            named(countries(), "countries", sentences);
        }
        named(stocks(), "SKUs", sentences);
        sentences.addAll(ErrorTally.failures(errors));
        return sentences;
    }

    private static void compare(String who, Sales actual, Sales expected, List<String> sentences) {
        compare(who, "orders", actual, expected, Sales::orders, sentences);
        compare(who, "lines", actual, expected, Sales::lines, sentences);
        compare(who, "GBP of revenue", actual, expected, Sales::revenue, sentences);
        compare(who, "cancelled orders", actual, expected, Sales::cancelledOrders, sentences);
        compare(who, "GBP of cancelled orders", actual, expected, Sales::cancelledRevenue, sentences);
    }

    private static <T extends Comparable<T>> void compare(
            String who, String what, Sales actual, Sales expected, Function<Sales, T> number, List<String> sentences) {
        if (number.apply(actual).compareTo(number.apply(expected)) != 0) {
            sentences.add(English.format(
                    "%s %s %s; the file says %s.",
                    who, plain(number.apply(actual)), what, plain(number.apply(expected))));
        }
    }

    private static String plain(Object number) {
        return number instanceof BigDecimal decimal ? English.money(decimal) : English.format("%,d", number);
    }

    private List<String> orders() {
        return plan.orders().stream()
                .flatMap(order -> progress.order(order.invoice()).stream()
                        .filter(placed -> placed.lines() != order.lines().size()
                                || placed.total().compareTo(order.total()) != 0)
                        .map(placed -> English.format(
                                "Order %s (invoice %s) has %d lines and %s GBP; the file says %d and %s.",
                                placed.id(),
                                order.invoice(),
                                placed.lines(),
                                placed.total().toPlainString(),
                                order.lines().size(),
                                order.total().toPlainString())))
                .toList();
    }

    private List<String> countries() {
        SalesByCountry expected = plan.expectedSales();
        Set<String> names = new TreeSet<>(expected.countries().keySet());
        names.addAll(sold.countries().keySet());
        return names.stream()
                .filter(name -> !sold.of(name).sameAs(expected.of(name)))
                .map(name -> English.format(
                        "Sales to %s grew by %s; the file says %s.",
                        name, inWords(sold.of(name)), inWords(expected.of(name))))
                .toList();
    }

    private static String inWords(Sales sales) {
        return English.format(
                "%,d orders for %s GBP, %,d of them cancelled for %s",
                sales.orders(),
                English.money(sales.revenue()),
                sales.cancelledOrders(),
                English.money(sales.cancelledRevenue()));
    }

    private List<String> stocks() {
        return plan.stockAfter().entrySet().stream()
                .filter(entry -> !Objects.equals(stock.get(entry.getKey()), entry.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> English.format(
                        "%s pieces of SKU %s are left; it should be %,d.",
                        stock.getOrDefault(entry.getKey(), 0L), entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void named(List<String> all, String what, List<String> sentences) {
        all.stream().limit(NAMED).forEach(sentences::add);
        if (all.size() > NAMED) {
            sentences.add(English.format("%,d more %s differ from the file.", all.size() - NAMED, what));
        }
    }

    private static long sum(Map<String, Long> pieces) {
        return pieces.values().stream().mapToLong(Long::longValue).sum();
    }
}
