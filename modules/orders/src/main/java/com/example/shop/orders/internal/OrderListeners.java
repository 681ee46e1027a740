package com.example.shop.orders.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.ProductDiscontinued;
import com.example.shop.customers.CustomerDeactivated;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What orders do when something happens elsewhere. Each may happen twice for one event, and then does nothing more. */
@Component
class OrderListeners {

    private static final Logger LOG = LoggerFactory.getLogger(OrderListeners.class);

    private final OrderRepository orders;
    private final CatalogService catalog;
    private final Clock clock;

    OrderListeners(OrderRepository orders, CatalogService catalog, Clock clock) {
        this.orders = orders;
        this.catalog = catalog;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "orders.cancel-open-orders-of-deactivated-customer")
    void on(CustomerDeactivated event) {
        List<UUID> cancelled = orders.cancelAllOpenOf(event.number(), event.version(), clock.instant());
        catalog.release(cancelled);
        LOG.info("{} open orders of customer {} were cancelled", cancelled.size(), event.number());
    }

    @ApplicationModuleListener(id = "orders.mark-open-orders-with-discontinued-product")
    void on(ProductDiscontinued event) {
        List<UUID> marked = orders.markAllOpenWith(event.sku(), "%s is discontinued".formatted(event.sku()));
        LOG.info("{} open orders hold the discontinued product {}", marked.size(), event.sku());
    }
}
