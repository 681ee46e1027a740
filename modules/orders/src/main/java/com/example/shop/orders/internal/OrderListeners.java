package com.example.shop.orders.internal;

import com.example.shop.catalog.ProductDiscontinued;
import com.example.shop.customers.CustomerDeactivated;
import com.example.shop.orders.OrderCancelled;
import io.watertight.api.AuditTrail;
import io.watertight.pattern.ModuleListener;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How orders react to events of other modules. An event may arrive twice; the second time it changes nothing. */
@Component
class OrderListeners {

    private final OrderRepository orders;
    private final PlacementSaga saga;
    private final StockOfClosedOrders stock;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    OrderListeners(
            OrderRepository orders,
            PlacementSaga saga,
            StockOfClosedOrders stock,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.saga = saga;
        this.stock = stock;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @ModuleListener(id = "orders.cancel-open-orders-of-deactivated-customer")
    void on(CustomerDeactivated event) {
        saga.interrupt(Map.of("customer", event.number()));
        List<OrderCancelled> cancelled = orders.cancelAllOpenOf(event.number(), event.version(), clock.instant());
        List<UUID> ids = cancelled.stream().map(OrderCancelled::id).toList();
        stock.release(ids);
        enter("cancel", ids, Map.of("deactivatedCustomer", event.number()));
        cancelled.forEach(
                it -> events.publishEvent(new OrderCancelled(it.id(), it.customer(), it.cancelledAt(), it.version())));
    }

    @ModuleListener(id = "orders.mark-open-orders-with-discontinued-product")
    void on(ProductDiscontinued event) {
        String note = "%s is discontinued".formatted(event.sku());
        saga.interrupt(Map.of("lines", List.of(Map.of("sku", event.sku()))));
        List<UUID> marked = orders.markAllOpenWith(event.sku(), note);
        enter("mark", marked, Map.of("note", note));
    }

    /** Enters each change under the id of its order, so that the order's audit trail is complete. */
    private void enter(String action, List<UUID> changed, Map<String, ?> what) {
        audit.add(action, changed.stream().collect(Collectors.toMap(UUID::toString, _ -> what)));
    }
}
