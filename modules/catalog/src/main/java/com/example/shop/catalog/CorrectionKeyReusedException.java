package com.example.shop.catalog;

import io.watertight.api.Problem;

/** The key came with another correction of the same product before. */
public final class CorrectionKeyReusedException extends Problem {

    public CorrectionKeyReusedException(String sku) {
        super(
                "correction-key-reused",
                Kind.UNPROCESSABLE,
                "Another correction of the stock of '%s' was made with this key. Open the page anew, or use a new Idempotency-Key."
                        .formatted(sku),
                new Field("Idempotency-Key", "was used for another correction"),
                sku);
    }
}
