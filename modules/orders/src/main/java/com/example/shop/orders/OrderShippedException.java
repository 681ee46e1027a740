package com.example.shop.orders;

import io.watertight.api.Problem;
import java.util.UUID;

/** The goods of the order have left, so it can no longer be cancelled. */
public final class OrderShippedException extends Problem {

    public OrderShippedException(UUID id) {
        super(
                "order-shipped",
                Kind.CONFLICT,
                "Order %s has been shipped and can no longer be cancelled.".formatted(id),
                id);
    }
}
