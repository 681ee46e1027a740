package com.example.shop.catalog;

import io.watertight.api.Problem;

/** Two corrections come with the same key at the same moment; one of them is made. */
public final class CorrectionInProgressException extends Problem {

    public CorrectionInProgressException(String sku) {
        super(
                "correction-under-way",
                Kind.CONFLICT,
                "Another correction of '%s' came with this key at the same moment. Send yours again to see which was made."
                        .formatted(sku),
                sku);
    }
}
