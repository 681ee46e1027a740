package com.example.shop.orders;

import io.watertight.api.Problem;

/** The idempotency key came with another order before. */
public final class IdempotencyKeyReusedException extends Problem {

    public IdempotencyKeyReusedException() {
        super(
                "idempotency-key-reused",
                Kind.UNPROCESSABLE,
                "This Idempotency-Key was used for another request. Use a new key for a new order.",
                new Field("Idempotency-Key", "was used for another request"));
    }
}
