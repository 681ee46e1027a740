package com.example.shop.catalog;

import io.watertight.api.Problem;

/** A correction would leave less in stock than orders have reserved, or more than can be counted. */
public final class StockReservedException extends Problem {

    public StockReservedException(String sku) {
        super(
                "stock-promised",
                Kind.CONFLICT,
                "The stock of '%s' must not fall below zero or below what open orders hold, nor exceed the limit."
                                .formatted(sku)
                        + " If goods are really missing, cancel orders first.",
                new Field("change", "is out of range"),
                sku);
    }
}
