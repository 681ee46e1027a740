package com.example.shop.orders.internal;

import com.example.shop.customers.BuyerDto;
import com.example.shop.kernel.Money;
import com.example.shop.orders.MixedCurrenciesException;
import com.example.shop.orders.OrderCancelledException;
import com.example.shop.orders.OrderShippedException;
import com.example.shop.orders.OrderStatus;
import com.example.shop.orders.OrderTooLargeException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a customer has ordered. At the moment of placing, the names and prices of the products are written down in the
 * lines; from then on the catalog may say what it likes, the order stands. Lines never change: an order is placed, and
 * then either its goods leave or it is cancelled, once and for all. Meanwhile something may happen to one of its
 * products that a clerk should know of; then it asks for attention.
 */
@Table(schema = "orders")
record Order(
        @Id UUID id,
        long version,
        String customer,
        long customerVersion,
        String deliveryCountry,
        OrderStatus status,
        Instant placedAt,
        @Nullable Instant closedAt,
        @Nullable String attention,
        int lineCount,
        Money total,

        @MappedCollection(idColumn = "order", keyColumn = "position")
        List<OrderLine> lines) {

    Order {
        lines = List.copyOf(lines);
    }

    /**
     * @throws MixedCurrenciesException if the lines are priced in several currencies
     * @throws OrderTooLargeException if they add up to more than a billion
     */
    static Order place(UUID id, BuyerDto buyer, String deliveryCountry, Instant placedAt, List<OrderLine> lines) {
        return new Order(
                id,
                0,
                buyer.number(),
                buyer.version(),
                deliveryCountry,
                OrderStatus.PLACED,
                placedAt,
                null,
                null,
                lines.size(),
                sum(lines),
                lines);
    }

    /** Small enough that a million orders still add up to an amount. */
    private static final BigDecimal MAX_TOTAL = BigDecimal.TEN.pow(9);

    private static Money sum(List<OrderLine> lines) {
        if (lines.stream().map(it -> it.unitPrice().currency()).distinct().count() > 1) {
            throw new MixedCurrenciesException();
        }
        try {
            Money total =
                    lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
            if (total.amount().compareTo(MAX_TOTAL) <= 0) {
                return total;
            }
        } catch (IllegalArgumentException e) {
            // A line alone exceeds the largest amount.
        }
        throw new OrderTooLargeException();
    }

    /** An order may be cancelled until its goods leave; one that is cancelled stays as it is. */
    Order cancel(Instant now) {
        return switch (status) {
            case PLACED -> as(version + 1, OrderStatus.CANCELLED, now);
            case CANCELLED -> this;
            case SHIPPED -> throw new OrderShippedException(id);
        };
    }

    /** The goods of an order leave once; an order that was cancelled has none. */
    Order ship(Instant now) {
        return switch (status) {
            case PLACED -> as(version + 1, OrderStatus.SHIPPED, now);
            case SHIPPED -> this;
            case CANCELLED -> throw new OrderCancelledException(id);
        };
    }

    /** As it was at the moment of placing, whatever has become of it. */
    Order asPlaced() {
        return as(0, OrderStatus.PLACED, null);
    }

    private Order as(long newVersion, OrderStatus newStatus, @Nullable Instant newClosedAt) {
        return new Order(
                id,
                newVersion,
                customer,
                customerVersion,
                deliveryCountry,
                newStatus,
                placedAt,
                newClosedAt,
                null,
                lineCount,
                total,
                lines);
    }
}
