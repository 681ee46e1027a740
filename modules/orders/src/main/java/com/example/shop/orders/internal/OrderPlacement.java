package com.example.shop.orders.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.customers.BuyerDto;
import com.example.shop.customers.CustomerService;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.OrderPlaced;
import io.watertight.api.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * How an order comes to be: the key is claimed, the customer and the stock are asked, the order is written down, the
 * reservation confirmed. All in one transaction while the modules share a process, so that nothing of it remains if any
 * of it fails.
 */
@Component
class OrderPlacement {

    private final OrderRepository orders;
    private final IdempotencyKeys keys;
    private final Fingerprint fingerprint;
    private final CustomerService customers;
    private final CatalogService catalog;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    OrderPlacement(
            OrderRepository orders,
            IdempotencyKeys keys,
            Fingerprint fingerprint,
            CustomerService customers,
            CatalogService catalog,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.keys = keys;
        this.fingerprint = fingerprint;
        this.customers = customers;
        this.catalog = catalog;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param request as it came, to tell a repetition from another order
     */
    Order place(OrderDraft draft, Record request, IdempotencyKey key) {
        UUID id = UUID.randomUUID();
        Optional<UUID> earlier = keys.claim(key, fingerprint.of(request), id);
        if (earlier.isPresent()) {
            audit.nothingChanged();
            return orders.findById(earlier.get()).orElseThrow().asPlaced();
        }
        BuyerDto buyer = customers.buyer(draft.customer());
        List<ReservedProductDto> reserved = catalog.reserve(id, draft.requestedLines());
        // As fine as the database keeps it, so that a repetition reads the same.
        Instant placedAt =
                Objects.requireNonNullElseGet(draft.placedAt(), clock::instant).truncatedTo(ChronoUnit.MICROS);
        String country = Objects.requireNonNullElse(draft.deliveryCountry(), buyer.country());
        Order order = orders.save(Order.place(id, buyer, country, placedAt, draft.orderLines(reserved)));
        catalog.confirm(id);
        events.publishEvent(new OrderPlaced(id, order.customer(), placedAt, order.total()));
        return order;
    }
}
