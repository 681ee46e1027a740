package com.example.shop.orders;

import com.example.shop.catalog.RequestedLine;
import com.example.shop.kernel.Roles;
import io.watertight.api.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Orders of customers that nobody else has: tests share a database. */
public final class GivenOrders {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final OrderService orders;

    public GivenOrders(OrderService orders) {
        this.orders = orders;
    }

    public static String freshCustomer() {
        return "C-%06d".formatted(NEXT.incrementAndGet());
    }

    /** Who buys under that number, and does nothing else. */
    public static Actor customer(String number) {
        return new Actor("somebody-" + number, Set.of(Roles.CUSTOMER), Map.of(Roles.CUSTOMER_NUMBER, number));
    }

    public static IdempotencyKey freshKey() {
        return new IdempotencyKey("test", UUID.randomUUID().toString());
    }

    /** Two lines with one SKU, and one with another. */
    public static PlaceOrder orderOf(String customer) {
        return new PlaceOrder(
                customer,
                null,
                List.of(new RequestedLine("A-1", 2), new RequestedLine("A-2", 1), new RequestedLine("A-1", 3)));
    }

    public OrderDto placed() {
        return placedBy(freshCustomer());
    }

    public OrderDto placedBy(String customer) {
        return orders.place(orderOf(customer), freshKey());
    }
}
