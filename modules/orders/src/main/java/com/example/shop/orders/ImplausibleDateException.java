package com.example.shop.orders;

import io.watertight.api.Problem;

/** An order is said to be older than any shop; most likely its date was misread somewhere. */
public final class ImplausibleDateException extends Problem {

    public ImplausibleDateException() {
        super(
                "implausible-date",
                Kind.INVALID,
                "The order would be from before 1900. Check how its date was read.",
                new Field("placedAt", "is before 1900"));
    }
}
