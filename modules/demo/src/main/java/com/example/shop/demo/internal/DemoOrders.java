package com.example.shop.demo.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.customers.CustomerService;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over a few orders of a real retailer (docs/demo-data.md) where there are none, all of them or none, and only if
 * the products and customers that they name are those of the demo.
 */
@Component
@ConditionalOnBooleanProperty("shop.demo-data")
@Order(2)
class DemoOrders implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoOrders.class);
    private static final int PROGRESS_EVERY = 100;
    private static final OrderQuery ANY = new OrderQuery(null, null, null, null, null, 1, null);

    private final OrderService orders;
    private final CatalogService catalog;
    private final CustomerService customers;
    private final Clock clock;

    DemoOrders(OrderService orders, CatalogService catalog, CustomerService customers, Clock clock) {
        this.orders = orders;
        this.catalog = catalog;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (!orders.search(ANY).items().isEmpty()) {
            LOG.debug("There are orders, so there will be no demo data");
            return;
        }
        Map<String, ImportedOrder> byReference = DemoSheet.read(clock.instant());
        if (!isDemoShop(byReference)) {
            LOG.info("Demo data: no orders, because the products or customers are others than those of the demo");
            return;
        }
        int taken = 0;
        for (Map.Entry<String, ImportedOrder> order : byReference.entrySet()) {
            orders.importOrder(order.getValue(), new IdempotencyKey("demo", order.getKey()));
            if (++taken % PROGRESS_EVERY == 0 || taken == byReference.size()) {
                LOG.info("Demo data: {} of {} orders", taken, byReference.size());
            }
        }
    }

    private boolean isDemoShop(Map<String, ImportedOrder> byReference) {
        Set<String> skus = byReference.values().stream()
                .flatMap(it -> it.lines().stream())
                .map(ImportedLine::sku)
                .collect(Collectors.toSet());
        Set<String> numbers =
                byReference.values().stream().map(ImportedOrder::customer).collect(Collectors.toSet());
        return catalog.products(skus).size() == skus.size()
                && customers.customers(numbers).size() == numbers.size();
    }
}
