package com.example.shop.catalog;

import io.watertight.api.Problem;

/** A correction would leave less in stock than orders have reserved, or more than can be counted. */
public final class StockReservedException extends Problem {

    public StockReservedException(String sku) {
        super(
                "stock-promised",
                Kind.CONFLICT,
                "This correction would leave the stock of '%s' below zero, below what open orders have reserved, or above the limit."
                                .formatted(sku)
                        + " If units are really missing, cancel open orders first.",
                new Field("change", "is out of range"),
                sku);
    }
}
