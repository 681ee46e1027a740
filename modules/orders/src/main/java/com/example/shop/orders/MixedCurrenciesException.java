package com.example.shop.orders;

import io.watertight.api.Problem;

/** The lines of one order are priced in several currencies. */
public final class MixedCurrenciesException extends Problem {

    public MixedCurrenciesException() {
        super(
                "mixed-currencies",
                Kind.UNPROCESSABLE,
                "The lines are priced in several currencies. Place one order for each currency.",
                new Field("lines", "are priced in several currencies"));
    }
}
