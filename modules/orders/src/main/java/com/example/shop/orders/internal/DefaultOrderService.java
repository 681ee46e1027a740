package com.example.shop.orders.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.customers.UnknownBuyerException;
import com.example.shop.kernel.Roles;
import com.example.shop.orders.AgreedOrder;
import com.example.shop.orders.CountrySalesDto;
import com.example.shop.orders.DaySalesDto;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.MonthSalesDto;
import com.example.shop.orders.OpenOrdersDto;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderSummaryDto;
import com.example.shop.orders.PlaceOrder;
import com.example.shop.orders.UnknownOrderException;
import io.watertight.api.AuditTrail;
import io.watertight.api.Audited;
import io.watertight.api.CurrentActor;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import io.watertight.pattern.ModuleService;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.annotation.Transactional;

@ModuleService
class DefaultOrderService implements OrderService {

    private static final int ATTEMPTS = 3;

    private final OrderPlacement placement;
    private final OrderRepository orders;
    private final OrderMapper mapper;
    private final OrderReading reading;
    private final CatalogService catalog;
    private final CurrentActor actors;
    private final AuditTrail audit;
    private final Clock clock;

    DefaultOrderService(
            OrderPlacement placement,
            OrderRepository orders,
            OrderMapper mapper,
            OrderReading reading,
            CatalogService catalog,
            CurrentActor actors,
            AuditTrail audit,
            Clock clock) {
        this.placement = placement;
        this.orders = orders;
        this.mapper = mapper;
        this.reading = reading;
        this.catalog = catalog;
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    @Audited(subject = "result.id")
    public OrderDto place(PlaceOrder order, IdempotencyKey key) {
        if (!Roles.mayActFor(actors.actor(), order.customer())) {
            throw new UnknownBuyerException(order.customer());
        }
        return mapper.toDto(placement.place(OrderDraft.of(order), order, key));
    }

    @Override
    @Transactional
    @Audited(subject = "result.id")
    public OrderDto takeOver(AgreedOrder order, IdempotencyKey key) {
        Roles.requireStaff(actors.actor());
        return mapper.toDto(placement.place(OrderDraft.of(order), order, key));
    }

    @Override
    public OrderDto order(UUID id) {
        return mapper.toDto(find(id));
    }

    @Override
    public PageDto<OrderSummaryDto> search(OrderQuery query) {
        return reading.search(query, actors.actor());
    }

    @Override
    @Transactional
    @Audited(subject = "result.id")
    public OrderDto cancel(UUID id, @Nullable ExpectedVersion expected) {
        Instant now = clock.instant();
        Transition cancelled = close(id, expected, it -> it.cancel(now));
        if (cancelled.isNew()) {
            catalog.release(List.of(id));
        } else {
            audit.nothingChanged();
        }
        return mapper.toDto(cancelled.order());
    }

    @Override
    @Transactional
    @Audited(subject = "result.id")
    public OrderDto ship(UUID id, @Nullable ExpectedVersion expected) {
        Roles.requireStaff(actors.actor());
        Instant now = clock.instant();
        Transition shipped = close(id, expected, it -> it.ship(now));
        if (shipped.isNew()) {
            catalog.consume(id);
        } else {
            audit.nothingChanged();
        }
        return mapper.toDto(shipped.order());
    }

    @Override
    public List<CountrySalesDto> salesByCountry(@Nullable Instant from, @Nullable Instant until) {
        Roles.requireStaff(actors.actor());
        return reading.salesByCountry(from, until);
    }

    @Override
    public List<MonthSalesDto> salesByMonth(@Nullable Instant from, @Nullable Instant until) {
        Roles.requireStaff(actors.actor());
        return reading.salesByMonth(from, until);
    }

    @Override
    public List<DaySalesDto> salesByDay(int days) {
        Roles.requireStaff(actors.actor());
        return reading.salesByDay(clock.instant(), days);
    }

    @Override
    public OpenOrdersDto openOrders() {
        Roles.requireStaff(actors.actor());
        return orders.countOpen();
    }

    /**
     * The rule stands on the order; the guarded update makes it hold against whoever changes the same order meanwhile.
     * Then the rule is asked again about what the order has become.
     */
    private Transition close(UUID id, @Nullable ExpectedVersion expected, UnaryOperator<Order> rule) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Order order = find(id);
            if (expected != null) {
                expected.check(order.currentVersion());
            }
            Order closed = rule.apply(order);
            if (closed.equals(order)) {
                return new Transition(order, false);
            }
            if (orders.close(id, order.status(), order.currentVersion(), closed.status(), closed.closedAt())
                    .isPresent()) {
                return new Transition(closed, true);
            }
        }
        throw new OptimisticLockingFailureException("Order %s changes faster than it can be closed".formatted(id));
    }

    /** To everybody else an order does not exist. */
    private Order find(UUID id) {
        return orders.findById(id)
                .filter(it -> Roles.mayActFor(actors.actor(), it.customer()))
                .orElseThrow(() -> new UnknownOrderException(id));
    }

    private record Transition(Order order, boolean isNew) {}
}
