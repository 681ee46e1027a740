package com.example.shop.orders.internal;

import com.example.shop.customers.UnknownBuyerException;
import com.example.shop.kernel.Roles;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.OrderCancelled;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderShipped;
import com.example.shop.orders.OrderSummaryDto;
import com.example.shop.orders.PlaceOrder;
import com.example.shop.orders.UnknownOrderException;
import io.watertight.api.Actor;
import io.watertight.api.AuditTrail;
import io.watertight.api.Audited;
import io.watertight.api.CurrentActor;
import io.watertight.api.Cursor;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.InvalidCursorException;
import io.watertight.api.PageDto;
import io.watertight.pattern.ModuleService;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@ModuleService
class DefaultOrderService implements OrderService {

    private static final int ATTEMPTS = 3;
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final PlacementSaga saga;
    private final OrderRepository orders;
    private final OrderMapper mapper;
    private final StockOfClosedOrders stock;
    private final ApplicationEventPublisher events;
    private final CurrentActor actors;
    private final AuditTrail audit;
    private final Clock clock;

    DefaultOrderService(
            PlacementSaga saga,
            OrderRepository orders,
            OrderMapper mapper,
            StockOfClosedOrders stock,
            ApplicationEventPublisher events,
            CurrentActor actors,
            AuditTrail audit,
            Clock clock) {
        this.saga = saga;
        this.orders = orders;
        this.mapper = mapper;
        this.stock = stock;
        this.events = events;
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    /** The placement begins and ends its own transactions, one or several. */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public OrderDto place(PlaceOrder order, IdempotencyKey key) {
        if (!Roles.mayActFor(actors.actor(), order.customer())) {
            throw new UnknownBuyerException(order.customer());
        }
        return mapper.toDto(saga.place("place", Placement.of(order, key, clock.instant())));
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public OrderDto importOrder(ImportedOrder order, IdempotencyKey key) {
        Roles.requireStaff(actors.actor());
        return mapper.toDto(saga.place("importOrder", Placement.of(order, key)));
    }

    @Override
    public OrderDto order(UUID id) {
        return mapper.toDto(find(id));
    }

    @Override
    public PageDto<OrderSummaryDto> search(OrderQuery query) {
        Actor actor = actors.actor();
        String customer =
                Roles.isStaff(actor) || query.customer() != null ? query.customer() : Roles.customerNumberOf(actor);
        if (!Roles.isStaff(actor) && (customer == null || !Roles.mayActFor(actor, customer))) {
            return new PageDto<>(List.of(), null);
        }
        String list = "orders/%s/%s/%s/%s/%s"
                .formatted(customer, query.status(), query.attention(), query.from(), query.until());
        PlacingTime time = PlacingTime.between(query.from(), query.until());
        Instant before = time.until();
        UUID beforeId = LAST_ID;
        if (query.cursor() != null) {
            List<String> key = Cursor.decode(list, query.cursor(), 2).key();
            try {
                before =
                        PlacingTime.between(null, Instant.parse(key.getFirst())).until();
                beforeId = UUID.fromString(key.getLast());
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new InvalidCursorException();
            }
        }
        List<OrderSummaryDto> rows = orders.search(
                before,
                beforeId,
                time.from(),
                time.until(),
                customer,
                query.status(),
                query.attention(),
                query.limit() + 1);
        return PageDto.of(
                rows,
                query.limit(),
                last -> new Cursor(
                        list, List.of(last.placedAt().toString(), last.id().toString())));
    }

    @Override
    @Transactional
    @Audited(subject = "result.id")
    public OrderDto cancel(UUID id, @Nullable ExpectedVersion expected) {
        Instant now = clock.instant();
        return close(id, expected, it -> it.cancel(now), order -> {
            stock.release(List.of(id));
            events.publishEvent(new OrderCancelled(id, order.customer(), now, order.version()));
        });
    }

    @Override
    @Transactional
    @Audited(subject = "result.id")
    public OrderDto ship(UUID id, @Nullable ExpectedVersion expected) {
        Roles.requireStaff(actors.actor());
        Instant now = clock.instant();
        return close(id, expected, it -> it.ship(now), order -> {
            stock.consume(id);
            events.publishEvent(new OrderShipped(id, order.customer(), now, order.version()));
        });
    }

    /**
     * The order knows the rule; the guarded update makes it hold when somebody else changes the same order meanwhile. Then
     * the rule is applied again, to what the order has become.
     *
     * @param expected only for a change: whoever repeats a call has the version from before
     * @param effect what follows from the change, if this call made it
     */
    private OrderDto close(
            UUID id, @Nullable ExpectedVersion expected, UnaryOperator<Order> rule, Consumer<Order> effect) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Order order = find(id);
            Order closed = rule.apply(order);
            if (closed.equals(order)) {
                audit.nothingChanged();
                return mapper.toDto(order);
            }
            if (expected != null) {
                expected.check(order.version());
            }
            if (orders.close(id, order.status(), order.version(), closed.status(), closed.closedAt())) {
                effect.accept(closed);
                return mapper.toDto(closed);
            }
        }
        throw new OptimisticLockingFailureException("Order %s changes faster than it can be closed".formatted(id));
    }

    /** For anybody else the order does not exist. */
    private Order find(UUID id) {
        return orders.findById(id)
                .filter(it -> Roles.mayActFor(actors.actor(), it.customer()))
                .orElseThrow(() -> new UnknownOrderException(id));
    }
}
