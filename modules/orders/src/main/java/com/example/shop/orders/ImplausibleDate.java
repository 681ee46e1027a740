package com.example.shop.orders;

import io.watertight.api.Problem;
import java.util.List;

/** An order is said to be older than any shop; most likely its date was misread somewhere. */
public final class ImplausibleDate extends Problem {

    private static final long serialVersionUID = 1L;

    public ImplausibleDate() {
        super(
                "implausible-date",
                Kind.INVALID,
                "The order would be from before 1900. Check how its date was read.",
                List.of(new Field("placedAt", "is before 1900")));
    }
}
