package com.example.shop.catalog;

import io.watertight.api.Problem;

/** A correction would leave less in stock than orders have reserved, or more than can be counted. */
public final class StockReservedException extends Problem {

    public StockReservedException(String sku) {
        super(
                "stock-promised",
                Kind.CONFLICT,
                "The stock of '%s' cannot be corrected by that much: it would fall below what open orders hold, or exceed what is"
                                .formatted(sku)
                        + " allowed. Cancel orders first if goods are really missing.",
                new Field("change", "is out of range"),
                sku);
    }
}
