package io.watertight.benchmarks.replay;

import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Chooses a small sample of the year as the shop's demo data: whole orders, spread over all months, of the products in highest
 * demand only, so that few products and customers make many orders. The same year gives the same sample.
 */
final class DemoExtract {

    private static final int PRODUCTS = 380;
    private static final int ORDERS = 300;
    private static final int CUSTOMERS = 150;
    private static final int ORDERS_PER_COUNTRY_ABROAD = 5;
    private static final int ORDERS_WITH_A_REPEATED_SKU = 8;
    private static final int SOLD_OUT_EVERY = 20;
    private static final String HOME = "United Kingdom";
    private static final Set<String> NO_COUNTRIES = Set.of("Unspecified", "European Community");

    private final YearPlan year;
    private final Map<String, PlannedOrder> chosen = new HashMap<>();
    private final Set<String> customers = new HashSet<>();

    private DemoExtract(YearPlan year) {
        this.year = year;
    }

    /**
     * @throws ReplayFailure if the year has no order that is large enough
     */
    static YearPlan of(YearPlan year) {
        return new DemoExtract(year).choose();
    }

    private YearPlan choose() {
        Map<String, Long> popularity = year.orders().stream()
                .flatMap(order -> order.quantities().keySet().stream())
                .collect(Collectors.groupingBy(sku -> sku, Collectors.counting()));
        PlannedOrder large = largeOrder(popularity);
        Set<String> range = range(large, popularity);
        List<PlannedOrder> candidates = year.orders().stream()
                .filter(order -> !NO_COUNTRIES.contains(order.country()))
                .filter(order -> range.containsAll(order.quantities().keySet()))
                .sorted(Comparator.comparingInt(
                                (PlannedOrder order) -> -order.lines().size())
                        .thenComparing(PlannedOrder::invoice))
                .toList();
        take(large);
        takeFromAbroad(candidates);
        takeWithRepeatedSku(candidates);
        takeMonthByMonth(candidates);
        return slice();
    }

    /** An order of 60 lines or more with a SKU in several lines, of the most popular goods, so that others fit its range. */
    private PlannedOrder largeOrder(Map<String, Long> popularity) {
        return year.orders().stream()
                .filter(order -> order.lines().size() >= 60 && order.lines().size() <= 80)
                .filter(DemoExtract::repeatsSku)
                .max(Comparator.comparingDouble((PlannedOrder order) -> order.quantities().keySet().stream()
                                .mapToLong(popularity::get)
                                .average()
                                .orElse(0))
                        .thenComparing(PlannedOrder::invoice, Comparator.reverseOrder()))
                .orElseThrow(() -> ReplayFailure.usage("The file has no order of 60 to 80 lines for the demo data."));
    }

    private static Set<String> range(PlannedOrder large, Map<String, Long> popularity) {
        Set<String> range = new HashSet<>(large.quantities().keySet());
        popularity.entrySet().stream()
                .filter(entry -> !range.contains(entry.getKey()))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(PRODUCTS - range.size())
                .map(Map.Entry::getKey)
                .toList()
                .forEach(range::add);
        return range;
    }

    private void takeFromAbroad(List<PlannedOrder> candidates) {
        Map<String, Integer> taken = new HashMap<>();
        Predicate<PlannedOrder> wanted = order ->
                !order.country().equals(HOME) && taken.getOrDefault(order.country(), 0) < ORDERS_PER_COUNTRY_ABROAD;
        for (PlannedOrder order : candidates) {
            if (wanted.test(order) && take(order)) {
                taken.merge(order.country(), 1, Integer::sum);
            }
        }
    }

    private void takeWithRepeatedSku(List<PlannedOrder> candidates) {
        int taken = 0;
        for (PlannedOrder order : candidates) {
            if (taken < ORDERS_WITH_A_REPEATED_SKU && repeatsSku(order) && take(order)) {
                taken++;
            }
        }
    }

    /** The largest remaining order of each month in turn. */
    private void takeMonthByMonth(List<PlannedOrder> candidates) {
        Map<YearMonth, Queue<PlannedOrder>> months = new TreeMap<>();
        candidates.forEach(order -> months.computeIfAbsent(
                        YearMonth.from(order.placedAt().atZone(YearPlanner.ZONE)), month -> new ArrayDeque<>())
                .add(order));
        while (chosen.size() < ORDERS && months.values().stream().anyMatch(month -> !month.isEmpty())) {
            for (Queue<PlannedOrder> month : months.values()) {
                boolean taken = chosen.size() >= ORDERS;
                while (!taken && !month.isEmpty()) {
                    taken = take(month.remove());
                }
            }
        }
    }

    private boolean take(PlannedOrder order) {
        boolean fits = customers.contains(order.customer()) || customers.size() < CUSTOMERS;
        if (!fits || chosen.putIfAbsent(order.invoice(), order) != null) {
            return false;
        }
        customers.add(order.customer());
        return true;
    }

    private static boolean repeatsSku(PlannedOrder order) {
        return order.quantities().size() < order.lines().size();
    }

    private YearPlan slice() {
        List<PlannedOrder> orders = year.orders().stream()
                .filter(order -> chosen.containsKey(order.invoice()))
                .toList();
        Map<String, Long> sold = new HashMap<>();
        orders.forEach(order -> order.quantities().forEach((sku, quantity) -> sold.merge(sku, quantity, Long::sum)));
        return new YearPlan(
                products(sold),
                year.customers().stream()
                        .filter(customer -> customers.contains(customer.number()))
                        .toList(),
                orders,
                List.of(),
                Returns.NONE);
    }

    /** What the demo orders need and a reserve, except for every twentieth product, which they sell out. */
    private List<PlannedProduct> products(Map<String, Long> sold) {
        List<PlannedProduct> products = new ArrayList<>();
        for (PlannedProduct product : year.products()) {
            Long needed = sold.get(product.sku());
            if (needed != null) {
                boolean soldOut = (products.size() + 1) % SOLD_OUT_EVERY == 0;
                long stock = soldOut ? needed : needed + Math.ceilDiv(needed, 40) * 10 + 20;
                products.add(new PlannedProduct(product.sku(), product.name(), product.price(), stock));
            }
        }
        return products;
    }
}
