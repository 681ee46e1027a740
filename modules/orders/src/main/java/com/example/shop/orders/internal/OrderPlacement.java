package com.example.shop.orders.internal;

import com.example.shop.catalog.Hold;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.catalog.StockService;
import com.example.shop.customers.BuyerDto;
import com.example.shop.customers.CustomerService;
import com.example.shop.orders.OrderInProgressException;
import com.example.shop.orders.OrderPlaced;
import io.watertight.api.AuditTrail;
import io.watertight.api.CurrentCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Places an order: claims the key, looks up the buyer, reserves the stock, stores the order. While the modules share a
 * process, this is one transaction: if a step fails, nothing remains. Otherwise it is the end of {@link PlacementSaga}.
 */
@Component
class OrderPlacement {

    private final OrderRepository orders;
    private final IdempotencyKeys keys;
    private final CustomerService customers;
    private final StockService stock;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    OrderPlacement(
            OrderRepository orders,
            IdempotencyKeys keys,
            CustomerService customers,
            StockService stock,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.orders = orders;
        this.keys = keys;
        this.customers = customers;
        this.stock = stock;
        this.events = events;
        this.audit = audit;
    }

    @Transactional
    Order place(String action, Placement placement) {
        Optional<UUID> earlier = keys.claim(placement, null);
        if (earlier.isPresent()) {
            return placedBefore(earlier.get());
        }
        return CurrentCommand.call("%s %s".formatted(action, placement.id()), () -> {
            BuyerDto buyer = customers.buyer(placement.order().customer());
            var reserved = stock.reserve(placement.id(), placement.order().lines(), Hold.FIRM);
            return store(action, placement, buyer, reserved);
        });
    }

    @Transactional(readOnly = true)
    Order placedBefore(UUID id) {
        return orders.findById(id).orElseThrow().asPlaced();
    }

    /**
     * The last step, and the only one that cannot be undone.
     *
     * @param action its name in the audit trail
     * @throws OrderInProgressException if it comes too late: the steps before it are being undone
     */
    @Transactional
    Order complete(String action, Placement placement, BuyerDto buyer, List<ReservedProductDto> reserved) {
        if (!keys.close(placement)) {
            throw new OrderInProgressException();
        }
        return store(action, placement, buyer, reserved);
    }

    private Order store(String action, Placement placement, BuyerDto buyer, List<ReservedProductDto> reserved) {
        Order placed = placement.by(buyer, reserved);
        orders.place(placed);
        events.publishEvent(
                new OrderPlaced(placed.id(), placed.customer(), placed.placedAt(), placed.total(), placed.version()));
        audit.add(action, Map.of(placed.id().toString(), Map.of("order", placement.request(), "key", placement.key())));
        return placed;
    }
}
