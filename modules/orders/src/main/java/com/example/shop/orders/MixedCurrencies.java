package com.example.shop.orders;

import io.watertight.api.Problem;
import java.util.List;

/** The lines of one order are priced in several currencies. */
public final class MixedCurrencies extends Problem {

    private static final long serialVersionUID = 1L;

    public MixedCurrencies() {
        super(
                "mixed-currencies",
                Kind.UNPROCESSABLE,
                "The lines are priced in several currencies. Order each currency by itself.",
                List.of(new Field("lines", "are priced in several currencies")));
    }
}
