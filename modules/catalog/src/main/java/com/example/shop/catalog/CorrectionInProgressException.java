package com.example.shop.catalog;

import io.watertight.api.Problem;

/** Two corrections arrive with the same key at the same time; one of them is made. */
public final class CorrectionInProgressException extends Problem {

    public CorrectionInProgressException(String sku) {
        super(
                "correction-under-way",
                Kind.CONFLICT,
                "Another correction of '%s' with this key arrived at the same time. Send yours again to see which was made."
                        .formatted(sku),
                sku);
    }
}
