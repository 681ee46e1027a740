package com.example.shop.catalog;

import io.watertight.api.Problem;
import java.util.List;

/** The buyer has seen other prices than the catalog's; the lines concerned are named, and nothing was reserved. */
public final class PricesChangedException extends Problem {

    public PricesChangedException(List<Field> fields) {
        super(
                "prices-changed",
                Kind.CONFLICT,
                "Prices have changed, so nothing was ordered. Recalculate, and order again if you accept the new prices.",
                fields,
                fields);
    }
}
