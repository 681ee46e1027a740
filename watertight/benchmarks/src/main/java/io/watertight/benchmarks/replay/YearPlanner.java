package io.watertight.benchmarks.replay;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Takes in the file's lines in their order and makes the plan of them; the same file gives the same plan. */
final class YearPlanner implements Consumer<SalesLine> {

    static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final Map<String, List<SalesLine>> sales = new LinkedHashMap<>();
    private final Map<String, List<SalesLine>> cancellations = new LinkedHashMap<>();

    @Override
    public void accept(SalesLine line) {
        if (line.isPlainSale()) {
            sales.computeIfAbsent(line.invoice(), invoice -> new ArrayList<>()).add(line);
        } else if (line.isCancellation()) {
            cancellations
                    .computeIfAbsent(line.invoice(), invoice -> new ArrayList<>())
                    .add(line);
        }
    }

    YearPlan plan() {
        List<PlannedOrder> orders = sales.values().stream()
                .map(YearPlanner::toOrder)
                .sorted(Comparator.comparing(PlannedOrder::placedAt))
                .toList();
        List<CancellationInvoice> invoices = cancellations.entrySet().stream()
                .map(entry -> new CancellationInvoice(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(CancellationInvoice::time))
                .toList();
        CancellationMatcher matcher = new CancellationMatcher(orders);
        invoices.forEach(matcher::match);
        return new YearPlan(products(), customers(orders), orders, matcher.matched(), matcher.returns());
    }

    /** Thirty invoices carry two timestamps: the first line's counts. */
    private static PlannedOrder toOrder(List<SalesLine> lines) {
        SalesLine first = lines.getFirst();
        return new PlannedOrder(
                first.invoice(),
                first.customer(),
                first.time().atZone(ZONE).toInstant(),
                first.country(),
                lines.stream()
                        .map(line -> new PlannedOrder.Line(line.sku(), line.quantity(), line.unitPrice()))
                        .toList());
    }

    /** A customer who appears with two countries is at home where the first order went. */
    private static List<PlannedCustomer> customers(List<PlannedOrder> orders) {
        Map<String, PlannedCustomer> customers = new TreeMap<>();
        orders.forEach(order ->
                customers.putIfAbsent(order.customer(), new PlannedCustomer(order.customer(), order.country())));
        return List.copyOf(customers.values());
    }

    private List<PlannedProduct> products() {
        Map<String, ProductFacts> facts = new TreeMap<>();
        sales.values()
                .forEach(lines -> lines.forEach(line -> facts.computeIfAbsent(line.sku(), sku -> new ProductFacts())
                        .add(line)));
        List<PlannedProduct> products = new ArrayList<>();
        facts.forEach((sku, known) -> products.add(known.toProduct(sku)));
        return products;
    }

    /** One SKU has several descriptions and prices over the year: the most frequent ones name and price the product. */
    private static final class ProductFacts {

        private final Map<String, Integer> names = new TreeMap<>();
        private final Map<BigDecimal, Integer> prices = new TreeMap<>();
        private long sold;

        void add(SalesLine line) {
            String name = line.description().strip().replaceAll("\\s+", " ");
            if (!name.isEmpty()) {
                names.merge(name, 1, Integer::sum);
            }
            prices.merge(line.unitPrice(), 1, Integer::sum);
            sold += line.quantity();
        }

        PlannedProduct toProduct(String sku) {
            return new PlannedProduct(sku, names.isEmpty() ? sku : mostFrequent(names), mostFrequent(prices), sold);
        }

        /** Of equally frequent ones the smallest, so that the choice does not depend on the order of lines. */
        private static <T> T mostFrequent(Map<T, Integer> counts) {
            int most = counts.values().stream().max(Comparator.naturalOrder()).orElseThrow();
            return counts.entrySet().stream()
                    .filter(entry -> entry.getValue() == most)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
        }
    }
}
