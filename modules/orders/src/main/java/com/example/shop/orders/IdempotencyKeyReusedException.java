package com.example.shop.orders;

import io.watertight.api.Problem;

/** The idempotency key came with another order before. */
public final class IdempotencyKeyReusedException extends Problem {

    public IdempotencyKeyReusedException() {
        super(
                "idempotency-key-reused",
                Kind.UNPROCESSABLE,
                "An order was placed with this Idempotency-Key. Look for it first; for another order, start a new form or key.",
                new Field("Idempotency-Key", "was used for another request"));
    }
}
