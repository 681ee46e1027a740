package com.example.shop.orders.internal;

import com.example.shop.catalog.Hold;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.catalog.StockService;
import com.example.shop.customers.BuyerDto;
import com.example.shop.customers.CustomerService;
import com.example.shop.kernel.Money;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.ImplausibleDateException;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import com.example.shop.orders.OrderPlaced;
import com.example.shop.orders.PlaceOrder;
import io.watertight.api.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Places an order: claims the key, looks up the buyer, reserves the stock, stores the order. While the modules share a process
 * this is one transaction, so nothing remains if any step fails.
 */
@Component
class OrderPlacement {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private final OrderRepository orders;
    private final IdempotencyKeys keys;
    private final Fingerprint fingerprint;
    private final CustomerService customers;
    private final StockService stock;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    OrderPlacement(
            OrderRepository orders,
            IdempotencyKeys keys,
            Fingerprint fingerprint,
            CustomerService customers,
            StockService stock,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.keys = keys;
        this.fingerprint = fingerprint;
        this.customers = customers;
        this.stock = stock;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    Order place(PlaceOrder order, IdempotencyKey key) {
        return place(order, List.of(), clock.instant(), order, key);
    }

    Order importOrder(ImportedOrder order, IdempotencyKey key) {
        if (order.placedAt().isBefore(EARLIEST)) {
            throw new ImplausibleDateException();
        }
        List<RequestedLine> lines = order.lines().stream()
                .map(it -> new RequestedLine(it.sku(), it.quantity()))
                .toList();
        return place(
                new PlaceOrder(order.customer(), order.deliveryCountry(), lines),
                order.lines().stream().map(ImportedLine::unitPrice).toList(),
                order.placedAt(),
                order,
                key);
    }

    /**
     * @param agreedPrices of the lines; empty for the catalog's
     * @param request as it came, to tell a repetition from another order
     */
    private Order place(PlaceOrder order, List<Money> agreedPrices, Instant time, Record request, IdempotencyKey key) {
        UUID id = UUID.randomUUID();
        Optional<UUID> earlier = keys.claim(key, fingerprint.of(request), id);
        if (earlier.isPresent()) {
            audit.nothingChanged();
            return orders.findById(earlier.get()).orElseThrow().asPlaced();
        }
        BuyerDto buyer = customers.buyer(order.customer());
        List<ReservedProductDto> reserved = stock.reserve(id, order.lines(), Hold.FIRM);
        // As fine as the database keeps it, so that a repetition reads the same.
        Instant placedAt = time.truncatedTo(ChronoUnit.MICROS);
        String country = Objects.requireNonNullElse(order.deliveryCountry(), buyer.country());
        Order placed =
                orders.save(Order.place(id, buyer, country, placedAt, lines(order.lines(), agreedPrices, reserved)));
        events.publishEvent(new OrderPlaced(id, placed.customer(), placedAt, placed.total()));
        return placed;
    }

    private static List<OrderLine> lines(
            List<RequestedLine> requested, List<Money> agreedPrices, List<ReservedProductDto> reserved) {
        Map<String, ReservedProductDto> bySku =
                reserved.stream().collect(Collectors.toMap(ReservedProductDto::sku, Function.identity()));
        return IntStream.range(0, requested.size())
                .mapToObj(it -> {
                    RequestedLine line = requested.get(it);
                    ReservedProductDto product = Objects.requireNonNull(bySku.get(line.sku()));
                    Money price = agreedPrices.isEmpty() ? product.unitPrice() : agreedPrices.get(it);
                    return new OrderLine(line.sku(), product.name(), line.quantity(), price);
                })
                .toList();
    }
}
