package io.watertight.benchmarks.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the replay will do, all of it known before the first request; orders and cancellations are in time order. */
record YearPlan(
        List<PlannedProduct> products,
        List<PlannedCustomer> customers,
        List<PlannedOrder> orders,
        List<PlannedCancellation> cancellations,
        Returns returns) {

    YearPlan {
        products = List.copyOf(products);
        customers = List.copyOf(customers);
        orders = List.copyOf(orders);
        cancellations = List.copyOf(cancellations);
    }

    /** The same year cut off after so many orders. Products and customers stay, so that a later run can go on to the end. */
    YearPlan firstOrders(int count) {
        if (count >= orders.size()) {
            return this;
        }
        List<PlannedOrder> first = orders.subList(0, count);
        Set<String> kept = invoices(first);
        List<PlannedCancellation> theirs = cancellations.stream()
                .filter(cancellation -> kept.contains(cancellation.order().invoice()))
                .toList();
        return new YearPlan(products, customers, first, theirs, returns);
    }

    Set<String> invoices() {
        return invoices(orders);
    }

    private static Set<String> invoices(List<PlannedOrder> orders) {
        return orders.stream().map(PlannedOrder::invoice).collect(Collectors.toSet());
    }

    /** What the shop's sales have to grow by. */
    SalesByCountry expectedSales() {
        Map<String, Sales> sales = new TreeMap<>();
        orders.forEach(order -> sales.merge(order.country(), Sales.of(order), Sales::plus));
        cancellations.forEach(c -> sales.merge(c.order().country(), Sales.ofCancelled(c.order()), Sales::plus));
        return new SalesByCountry(sales);
    }

    /** The pieces by SKU before the first order. */
    Map<String, Long> stockBefore() {
        Map<String, Long> stock = new HashMap<>();
        products.forEach(product -> stock.put(product.sku(), product.stock()));
        return stock;
    }

    /** The pieces by SKU that have to be left in the end: of a whole year, what the cancellations gave back. */
    Map<String, Long> stockAfter() {
        Map<String, Long> stock = stockBefore();
        orders.forEach(order -> order.quantities().forEach((sku, sold) -> stock.merge(sku, -sold, Long::sum)));
        cancellations.forEach(c -> c.order().quantities().forEach((sku, back) -> stock.merge(sku, back, Long::sum)));
        return stock;
    }
}
