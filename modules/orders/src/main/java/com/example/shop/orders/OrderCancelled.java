package com.example.shop.orders;

import io.watertight.api.Problem;
import java.util.UUID;

/** The order was cancelled, so it can no longer be shipped. */
public final class OrderCancelled extends Problem {

    private static final long serialVersionUID = 1L;

    public OrderCancelled(UUID id) {
        super(
                "order-cancelled",
                Kind.CONFLICT,
                "Order %s has been cancelled and can no longer be shipped.".formatted(id));
    }
}
