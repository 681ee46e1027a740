package com.example.shop.demo.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerService;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import io.watertight.api.PageDto;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills an empty shop with a few products, customers and orders of a real retailer (docs/demo-data.md), all of them or none. What
 * is already there stays, and no orders are imported if the products or customers are not those of the demo.
 */
@Component
@ConditionalOnBooleanProperty("shop.demo-data")
class DemoData implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private final CatalogService catalog;
    private final CustomerService customers;
    private final OrderService orders;
    private final Clock clock;

    DemoData(CatalogService catalog, CustomerService customers, OrderService orders, Clock clock) {
        this.catalog = catalog;
        this.customers = customers;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (isEmpty(catalog.search(new ProductQuery(null, null, null, 1, null)))) {
            DemoFiles.products().forEach(catalog::add);
            LOG.info("Demo data: the products are in the catalog");
        }
        if (isEmpty(customers.search(new CustomerQuery(null, null, null, 1, null)))) {
            DemoFiles.customers().forEach(customers::register);
            LOG.info("Demo data: the customers are registered");
        }
        if (isEmpty(orders.search(new OrderQuery(null, null, null, null, null, 1, null)))) {
            importOrders(DemoFiles.orders(clock.instant()));
        }
    }

    private static boolean isEmpty(PageDto<?> list) {
        return list.items().isEmpty();
    }

    private void importOrders(Map<String, ImportedOrder> byReference) {
        Set<String> skus = byReference.values().stream()
                .flatMap(it -> it.lines().stream())
                .map(ImportedLine::sku)
                .collect(Collectors.toSet());
        Set<String> numbers =
                byReference.values().stream().map(ImportedOrder::customer).collect(Collectors.toSet());
        if (catalog.products(skus).size() < skus.size()
                || customers.customers(numbers).size() < numbers.size()) {
            LOG.info("Demo data: no orders, because the products or customers are not those of the demo");
            return;
        }
        LOG.info("Demo data: importing {} orders", byReference.size());
        byReference.forEach((reference, order) -> orders.importOrder(order, new IdempotencyKey("demo", reference)));
    }
}
