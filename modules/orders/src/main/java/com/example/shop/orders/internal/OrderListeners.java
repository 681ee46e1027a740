package com.example.shop.orders.internal;

import com.example.shop.catalog.ProductDiscontinued;
import com.example.shop.customers.CustomerDeactivated;
import com.example.shop.orders.OrderCancelled;
import io.watertight.api.AuditTrail;
import io.watertight.pattern.ModuleListener;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How orders react to events of other modules. An event may arrive twice; the second time it changes nothing. */
@Component
class OrderListeners {

    private static final Logger LOG = LoggerFactory.getLogger(OrderListeners.class);

    private final OrderRepository orders;
    private final PlacementSaga saga;
    private final StockOfClosedOrders stock;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    OrderListeners(
            OrderRepository orders,
            PlacementSaga saga,
            StockOfClosedOrders stock,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.orders = orders;
        this.saga = saga;
        this.stock = stock;
        this.events = events;
        this.audit = audit;
    }

    @ModuleListener(id = "orders.cancel-open-orders-of-deactivated-customer")
    void on(CustomerDeactivated event) {
        saga.interrupt(Map.of("customer", event.number()));
        List<OrderCancelled> cancelled = orders.cancelAllOpenOf(event.number(), event.version());
        List<UUID> ids = cancelled.stream().map(OrderCancelled::id).toList();
        stock.release(ids);
        enter("cancel", ids, Map.of("deactivatedCustomer", event.number()));
        cancelled.forEach(
                it -> events.publishEvent(new OrderCancelled(it.id(), it.customer(), it.cancelledAt(), it.version())));
        LOG.info("{} open orders of customer {} were cancelled", cancelled.size(), event.number());
    }

    @ModuleListener(id = "orders.mark-open-orders-with-discontinued-product")
    void on(ProductDiscontinued event) {
        String note = "%s is discontinued".formatted(event.sku());
        saga.interrupt(Map.of("lines", List.of(Map.of("sku", event.sku()))));
        List<UUID> marked = orders.markAllOpenWith(event.sku(), note);
        enter("mark", marked, Map.of("note", note));
        LOG.info("{} open orders hold the discontinued product {}", marked.size(), event.sku());
    }

    /** Enters each change under the id of its order, so that the order's audit trail is complete. */
    private void enter(String action, List<UUID> changed, Map<String, ?> what) {
        audit.add(action, changed.stream().collect(Collectors.toMap(UUID::toString, _ -> what)));
    }
}
