package com.example.shop.demo.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.NewCustomer;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import io.watertight.api.PageDto;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

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
    private final JsonMapper json;
    private final Clock clock;

    DemoData(CatalogService catalog, CustomerService customers, OrderService orders, JsonMapper json, Clock clock) {
        this.catalog = catalog;
        this.customers = customers;
        this.orders = orders;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (isEmpty(catalog.search(new ProductQuery(null, null, null, 1, null)))) {
            read("products", new TypeReference<List<NewProduct>>() {}).forEach(catalog::add);
        }
        if (isEmpty(customers.search(new CustomerQuery(null, null, null, 1, null)))) {
            read("customers", new TypeReference<List<NewCustomer>>() {}).forEach(customers::register);
        }
        if (isEmpty(orders.search(new OrderQuery(null, null, null, null, null, 1, null)))) {
            importOrders(read("orders", new TypeReference<LinkedHashMap<String, ImportedOrder>>() {}));
        }
    }

    private static boolean isEmpty(PageDto<?> list) {
        return list.items().isEmpty();
    }

    private <T> T read(String name, TypeReference<T> type) throws IOException {
        return json.readValue(new ClassPathResource("demo/%s.json".formatted(name)).getContentAsByteArray(), type);
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
        Instant latest = byReference.values().stream()
                .map(ImportedOrder::placedAt)
                .max(Comparator.naturalOrder())
                .orElse(clock.instant());
        // By whole weeks, so that the latest is less than a week old: orders from 2011 alone show nothing for today.
        long days = latest.until(clock.instant(), ChronoUnit.DAYS) / 7 * 7;
        byReference.forEach((reference, it) -> orders.importOrder(
                new ImportedOrder(
                        it.customer(), it.placedAt().plus(days, ChronoUnit.DAYS), it.deliveryCountry(), it.lines()),
                new IdempotencyKey("demo", reference)));
    }
}
