package com.example.shop.catalog;

import io.watertight.api.Problem;

/** The same correction is asked for twice at the same moment; one of them is made. */
public final class CorrectionInProgressException extends Problem {

    public CorrectionInProgressException(String sku) {
        super(
                "correction-under-way",
                Kind.CONFLICT,
                "This correction of the stock of '%s' was asked for twice at the same moment. It was made once."
                        .formatted(sku),
                sku);
    }
}
