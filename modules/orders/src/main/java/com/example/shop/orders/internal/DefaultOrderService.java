package com.example.shop.orders.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.customers.UnknownBuyer;
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
import com.example.shop.orders.UnknownOrder;
import io.watertight.api.CurrentActor;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

@Service
@Validated
@Transactional
class DefaultOrderService implements OrderService {

    private static final int ATTEMPTS = 3;

    private final OrderPlacement placement;
    private final OrderRepository orders;
    private final OrderMapper mapper;
    private final OrderReading reading;
    private final CatalogService catalog;
    private final CurrentActor actors;
    private final Clock clock;

    DefaultOrderService(
            OrderPlacement placement,
            OrderRepository orders,
            OrderMapper mapper,
            OrderReading reading,
            CatalogService catalog,
            CurrentActor actors,
            Clock clock) {
        this.placement = placement;
        this.orders = orders;
        this.mapper = mapper;
        this.reading = reading;
        this.catalog = catalog;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public OrderDto place(PlaceOrder order, IdempotencyKey key) {
        if (!actors.actor().mayActFor(order.customer())) {
            throw new UnknownBuyer(order.customer());
        }
        return mapper.toDto(placement.place(OrderDraft.of(order), order, key));
    }

    @Override
    public OrderDto takeOver(AgreedOrder order, IdempotencyKey key) {
        actors.actor().requireStaff();
        return mapper.toDto(placement.place(OrderDraft.of(order), order, key));
    }

    @Override
    @Transactional(readOnly = true)
    public OrderDto order(UUID id) {
        return mapper.toDto(find(id));
    }

    @Override
    @Transactional(readOnly = true)
    public PageDto<OrderSummaryDto> search(OrderQuery query) {
        return reading.search(query, actors.actor());
    }

    @Override
    public OrderDto cancel(UUID id, @Nullable ExpectedVersion expected) {
        Instant now = clock.instant();
        Transition cancelled = close(id, expected, it -> it.cancel(now));
        if (cancelled.isNew()) {
            catalog.release(List.of(id));
        }
        return mapper.toDto(cancelled.order());
    }

    @Override
    public OrderDto ship(UUID id, @Nullable ExpectedVersion expected) {
        actors.actor().requireStaff();
        Instant now = clock.instant();
        Transition shipped = close(id, expected, it -> it.ship(now));
        if (shipped.isNew()) {
            catalog.consume(id);
        }
        return mapper.toDto(shipped.order());
    }

    @Override
    @Transactional(readOnly = true)
    public List<CountrySalesDto> salesByCountry(@Nullable Instant from, @Nullable Instant until) {
        actors.actor().requireStaff();
        return reading.salesByCountry(from, until);
    }

    @Override
    @Transactional(readOnly = true)
    public List<MonthSalesDto> salesByMonth(@Nullable Instant from, @Nullable Instant until) {
        actors.actor().requireStaff();
        return reading.salesByMonth(from, until);
    }

    @Override
    @Transactional(readOnly = true)
    public List<DaySalesDto> salesByDay(int days) {
        actors.actor().requireStaff();
        return reading.salesByDay(clock.instant(), days);
    }

    @Override
    @Transactional(readOnly = true)
    public OpenOrdersDto openOrders() {
        actors.actor().requireStaff();
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
                .filter(it -> actors.actor().mayActFor(it.customer()))
                .orElseThrow(() -> new UnknownOrder(id));
    }

    private record Transition(Order order, boolean isNew) {}
}
