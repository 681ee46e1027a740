package com.example.shop.orders;

import io.watertight.api.Problem;
import java.util.List;

/** The idempotency key came with another order before. */
public final class IdempotencyKeyReused extends Problem {

    private static final long serialVersionUID = 1L;

    public IdempotencyKeyReused() {
        super(
                "idempotency-key-reused",
                Kind.UNPROCESSABLE,
                "This Idempotency-Key was used for another request. Use a new key for a new order.",
                List.of(new Field("Idempotency-Key", "was used for another request")));
    }
}
