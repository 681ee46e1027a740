package com.example.shop.orders;

import io.watertight.api.Problem;

/** The idempotency key came with another order before. */
public final class IdempotencyKeyReusedException extends Problem {

    public IdempotencyKeyReusedException() {
        super(
                "idempotency-key-reused",
                Kind.UNPROCESSABLE,
                "This Idempotency-Key came with another order. See whether that was placed; for a new order, use a new form or key.",
                new Field("Idempotency-Key", "was used for another request"));
    }
}
