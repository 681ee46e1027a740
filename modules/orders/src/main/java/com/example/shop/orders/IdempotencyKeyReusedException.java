package com.example.shop.orders;

import io.watertight.api.Problem;

/** The idempotency key has been used for another order. */
public final class IdempotencyKeyReusedException extends Problem {

    public IdempotencyKeyReusedException() {
        super(
                "idempotency-key-reused",
                Kind.UNPROCESSABLE,
                "This Idempotency-Key was used for another order. Check whether it was placed; for a new order, use a new form or key.",
                new Field("Idempotency-Key", "was used for another request"));
    }
}
