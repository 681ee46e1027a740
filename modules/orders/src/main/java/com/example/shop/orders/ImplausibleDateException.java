package com.example.shop.orders;

import io.watertight.api.Problem;

/** An order is dated so early that its date was most likely misread somewhere. */
public final class ImplausibleDateException extends Problem {

    public ImplausibleDateException() {
        super(
                "implausible-date",
                Kind.INVALID,
                "The order is dated before 1900. Check how its date was converted.",
                new Field("placedAt", "is before 1900"));
    }
}
