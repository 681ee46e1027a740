package com.example.shop.orders;

import io.watertight.api.Problem;

/** An idempotency key is empty, too long, or contains a character that is not visible ASCII. */
public final class MalformedIdempotencyKeyException extends Problem {

    public MalformedIdempotencyKeyException() {
        super(
                "malformed-idempotency-key",
                Kind.INVALID,
                "An Idempotency-Key is 1 to 200 visible ASCII characters, for instance a UUID.",
                new Field("Idempotency-Key", "must be 1 to 200 visible ASCII characters"));
    }
}
