package com.example.shop.orders;

import io.watertight.api.Problem;
import java.util.List;

/** An idempotency key is empty, too long, or holds what is no visible ASCII character. */
public final class MalformedIdempotencyKey extends Problem {

    private static final long serialVersionUID = 1L;

    public MalformedIdempotencyKey() {
        super(
                "malformed-idempotency-key",
                Kind.INVALID,
                "An Idempotency-Key is 1 to 200 visible ASCII characters, for instance a UUID.",
                List.of(new Field("Idempotency-Key", "must be 1 to 200 visible ASCII characters")));
    }
}
