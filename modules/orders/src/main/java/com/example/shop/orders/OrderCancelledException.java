package com.example.shop.orders;

import io.watertight.api.Problem;
import java.util.UUID;

/** The order was cancelled, so it can no longer be shipped. */
public final class OrderCancelledException extends Problem {

    public OrderCancelledException(UUID id) {
        super(
                "order-cancelled",
                Kind.CONFLICT,
                "Order %s has been cancelled and can no longer be shipped.".formatted(id),
                id);
    }
}
