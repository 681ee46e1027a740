package com.example.shop.orders.internal;

import com.example.shop.catalog.Hold;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.catalog.StockService;
import com.example.shop.customers.BuyerDto;
import com.example.shop.customers.CustomerService;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.OrderInProgressException;
import com.example.shop.orders.OrderPlaced;
import com.example.shop.orders.PlaceOrder;
import io.watertight.api.AuditTrail;
import io.watertight.api.Audited;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Places an order: claims the key, looks up the buyer, reserves the stock, stores the order. While the modules share a process
 * this is one transaction, so nothing remains if any step fails. Otherwise {@link PlacementInSteps} does it, and this is its end.
 */
@Component
class OrderPlacement {

    private final OrderRepository orders;
    private final IdempotencyKeys keys;
    private final CustomerService customers;
    private final StockService stock;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    OrderPlacement(
            OrderRepository orders,
            IdempotencyKeys keys,
            CustomerService customers,
            StockService stock,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.keys = keys;
        this.customers = customers;
        this.stock = stock;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "result.id")
    Order place(PlaceOrder order, IdempotencyKey key) {
        return place(Placement.of(order, key, clock.instant()));
    }

    @Transactional
    @Audited(subject = "result.id")
    Order importOrder(ImportedOrder order, IdempotencyKey key) {
        return place(Placement.of(order, key));
    }

    private Order place(Placement placement) {
        Optional<UUID> earlier = keys.claim(placement, null);
        if (earlier.isPresent()) {
            audit.nothingChanged();
            return placedBefore(earlier.get());
        }
        BuyerDto buyer = customers.buyer(placement.order().customer());
        return store(
                placement,
                buyer,
                stock.reserve(placement.id(), placement.order().lines(), Hold.FIRM));
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
        audit.add(action, Map.of(placement.id().toString(), new Command(placement.request(), placement.key())));
        return store(placement, buyer, reserved);
    }

    private Order store(Placement placement, BuyerDto buyer, List<ReservedProductDto> reserved) {
        Order placed = orders.place(placement.by(buyer, reserved));
        events.publishEvent(new OrderPlaced(
                placed.id(), placed.customer(), placed.placedAt(), placed.total(), placed.currentVersion()));
        return placed;
    }

    /** As the audit trail has it of a command that is one transaction. */
    private record Command(Record order, IdempotencyKey key) {}
}
