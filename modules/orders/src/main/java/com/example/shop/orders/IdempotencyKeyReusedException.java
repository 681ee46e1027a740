package com.example.shop.orders;

import io.watertight.api.Problem;

/** The idempotency key has been used for another order. */
public final class IdempotencyKeyReusedException extends Problem {

    public IdempotencyKeyReusedException() {
        super(
                "idempotency-key-reused",
                Kind.UNPROCESSABLE,
                "This Idempotency-Key was already used for a different order. Check whether that order was placed. For a new order, open a new form or send a new key.",
                new Field("Idempotency-Key", "was used for another request"));
    }
}
