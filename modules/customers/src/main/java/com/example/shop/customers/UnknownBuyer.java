package com.example.shop.customers;

import io.watertight.api.Problem;
import java.util.List;

/** Somebody is to buy who is no customer. */
public final class UnknownBuyer extends Problem {

    private static final long serialVersionUID = 1L;

    public UnknownBuyer(String number) {
        super(
                "unknown-buyer",
                Kind.UNPROCESSABLE,
                "There is no customer '%s'. Register the customer first.".formatted(number),
                List.of(new Field("customer", "is unknown")));
    }
}
