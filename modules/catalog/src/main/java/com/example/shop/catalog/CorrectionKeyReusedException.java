package com.example.shop.catalog;

import io.watertight.api.Problem;

/** The key has been used for another correction of the same product. */
public final class CorrectionKeyReusedException extends Problem {

    public CorrectionKeyReusedException(String sku) {
        super(
                "correction-key-reused",
                Kind.UNPROCESSABLE,
                "Another correction of the stock of '%s' was made with this key. Reload the page, or use a new Idempotency-Key."
                        .formatted(sku),
                new Field("Idempotency-Key", "was used for another correction"),
                sku);
    }
}
