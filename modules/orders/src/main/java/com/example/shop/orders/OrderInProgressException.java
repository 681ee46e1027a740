package com.example.shop.orders;

import io.watertight.api.Problem;

/** The order with this idempotency key is still being placed or undone, perhaps by a process that has stopped. */
public final class OrderInProgressException extends Problem {

    public OrderInProgressException() {
        super(
                "order-in-progress",
                Kind.UNAVAILABLE,
                "The order with this Idempotency-Key is still being processed. Send the same request again shortly.");
    }
}
